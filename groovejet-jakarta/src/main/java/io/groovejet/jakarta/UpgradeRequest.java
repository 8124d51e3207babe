package io.groovejet.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade request as the container is shown it, without its query: the lobby has read that. The
 * container need not read it again, and could not when it is no part of a URI.
 */
final class UpgradeRequest extends HttpServletRequestWrapper {

  UpgradeRequest(HttpServletRequest request) {
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
