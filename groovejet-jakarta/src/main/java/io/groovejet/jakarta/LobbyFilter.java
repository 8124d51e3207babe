package io.groovejet.jakarta;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.MountPath;
import io.groovejet.OpeningHandshake;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A lobby mounted on a path of a servlet context: the WebSocket endpoint and what is served below
 * it. Everything else passes through.
 *
 * <p>Tomcat hands over its sockets. Elsewhere the filter needs the context's {@link
 * ServerContainer} when a client connects, and no registration there. {@link LobbyMount#install}
 * puts it into a context; in Spring Boot it is a bean.
 */
public final class LobbyFilter implements Filter {

  private final MountPath mount;
  private final Lobby lobby;
  private final Runnable end;
  private final Duration patience;
  private final Sockets sockets;
  private final Executor pings = PingThreads.create();

  /**
   * A lobby on a path.
   *
   * @param path where in the servlet context, such as {@code /lobby}; with {@code /} the context's
   *     front page keeps its place
   * @param lobby what is mounted; closing it remains the caller's
   */
  public LobbyFilter(String path, Lobby lobby) {
    this(path, lobby, () -> {}, ServletReply.PATIENCE);
  }

  /**
   * A lobby on a path.
   *
   * @param end is run when the filter ends, before its clients are sent away
   * @param patience how long the body of a request may take
   */
  LobbyFilter(String path, Lobby lobby, Runnable end, Duration patience) {
    this.mount = MountPath.of(path);
    this.lobby = lobby;
    this.end = end;
    this.patience = patience;
    this.sockets = new Sockets(lobby);
  }

  @Override
  public void destroy() {
    try {
      end.run();
    } finally {
      sockets.goAway();
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean taken =
        request instanceof HttpServletRequest http
            && response instanceof HttpServletResponse answer
            && serve(http, answer);
    if (!taken) {
      chain.doFilter(request, response);
    }
  }

  /** Whether the request was the lobby's, and so was answered. */
  private boolean serve(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<String> path = mount.below(pathInContext(request));
    if (path.isEmpty()) {
      return false;
    }
    ServletRequestView view = new ServletRequestView(request, path.get());
    if (view.asksForWebSocket()) {
      lobby
          .handshake(view)
          .<Answer>fold(
              handshake -> () -> upgrade(handshake, view, response),
              refusal -> () -> ServletReply.send(refusal, request, response, patience))
          .give();
      return true;
    }
    if (view.isForEndpoint() && mount.path().equals("/")) {
      return false; // the context's own front page
    }
    Optional<HttpReply> reply = lobby.answer(view);
    if (reply.isPresent()) {
      ServletReply.send(reply.get(), request, response, patience);
    }
    return reply.isPresent();
  }

  private void upgrade(
      OpeningHandshake handshake, ServletRequestView view, HttpServletResponse response)
      throws IOException, ServletException {
    HttpServletRequest request = view.request();
    if (sockets.upgrade(request, response, handshake)) {
      return;
    }
    String name = ServerContainer.class.getName();
    if (!(request.getServletContext().getAttribute(name) instanceof ServerContainer container)) {
      throw new ServletException("no WebSocket container in this servlet context: " + name);
    }
    ServerEndpointConfig endpoint =
        ServerEndpointConfig.Builder.create(LobbyEndpoint.class, mount.path())
            .configurator(new AcceptedConfigurator(lobby, pings, handshake))
            .build();
    try {
      container.upgradeHttpToWebSocket(new UpgradeRequest(request), response, endpoint, Map.of());
    } catch (DeploymentException unfit) {
      throw new ServletException(unfit);
    }
  }

  private static String pathInContext(HttpServletRequest request) {
    String below = request.getPathInfo();
    return below == null ? request.getServletPath() : request.getServletPath() + below;
  }

  private interface Answer {
    void give() throws IOException, ServletException;
  }
}
