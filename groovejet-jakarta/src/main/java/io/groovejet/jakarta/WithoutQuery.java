package io.groovejet.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade request whose query the lobby has read. The container need not read it again, and
 * could not when it is no part of a URI.
 */
final class WithoutQuery extends HttpServletRequestWrapper {

  WithoutQuery(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable String getQueryString() {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }
}
