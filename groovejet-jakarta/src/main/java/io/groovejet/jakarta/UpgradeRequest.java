package io.groovejet.jakarta;

import io.groovejet.jakarta.tomcat.UnlistedUpgrade;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade request as the container is shown it, without its query: the lobby has read that. The
 * container need not read it again, and could not when it is no part of a URI.
 */
final class UpgradeRequest extends HttpServletRequestWrapper {

  private static final String TOMCAT = "org.apache.tomcat.websocket.server.WsHttpUpgradeHandler";

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

  /** Has Tomcat take a connection of ours in place of its own. */
  @Override
  public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler)
      throws IOException, ServletException {
    return super.upgrade(handler.getName().equals(TOMCAT) ? unlisted(handler) : handler);
  }

  private static <T> Class<? extends T> unlisted(Class<T> handler) {
    try {
      return UnlistedUpgrade.class.asSubclass(handler);
    } catch (LinkageError | ClassCastException outOfSight) {
      return handler; // modules or class loaders keep Tomcat's classes from us
    }
  }
}
