package io.groovejet.jakarta;

import io.groovejet.Lobby;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.EnumSet;

/** Mounts a lobby in a servlet context, beside whatever else lives there. */
public final class LobbyMount {

  private LobbyMount() {}

  /**
   * Puts a {@link LobbyFilter} before the filters, servlets and endpoints of a context. To be
   * called while the context starts, from a {@code ServletContextListener} or {@code
   * ServletContainerInitializer}.
   *
   * @param context where
   * @param path where in the context, such as {@code /lobby}; with {@code /} the context's front
   *     page keeps its place
   * @param lobby what is mounted; closing it remains the caller's
   */
  public static void install(ServletContext context, String path, Lobby lobby) {
    install(context, path, new LobbyFilter(path, lobby));
  }

  /**
   * Does the same, and drains the lobby when the context ends. Containers end filters before the
   * context's listeners hear of its end, and on Tomcat the filter sends away whoever is left by
   * then.
   *
   * @param spread over which time clients are to come back, as for {@link Lobby#drain}
   */
  public static void install(ServletContext context, String path, Lobby lobby, Duration spread) {
    Runnable end = () -> lobby.drain(spread);
    install(context, path, new LobbyFilter(path, lobby, end, ServletReply.PATIENCE));
  }

  /** Puts such a filter there. */
  static void install(ServletContext context, String path, LobbyFilter filter) {
    FilterRegistration.Dynamic registration = context.addFilter("groovejet " + path, filter);
    if (registration == null) {
      throw new IllegalStateException("a lobby is already mounted on " + path);
    }
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), false, path.endsWith("/") ? path + "*" : path + "/*");
  }
}
