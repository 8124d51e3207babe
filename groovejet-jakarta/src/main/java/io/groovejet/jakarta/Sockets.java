package io.groovejet.jakarta;

import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.frame.AcceptKey;
import io.groovejet.jakarta.tomcat.TomcatSocket;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Clients on the sockets of a container, below its WebSockets: on Tomcat, where those are slow. */
final class Sockets {

  private static final String TOMCAT = "org.apache.catalina.connector.";

  private final Lobby lobby;
  private final Set<Runnable> farewells = ConcurrentHashMap.newKeySet();

  Sockets(Lobby lobby) {
    this.lobby = lobby;
  }

  /**
   * Upgrades a request that the lobby has accepted.
   *
   * @return whether it was; if not, its response is as it was
   */
  boolean upgrade(
      HttpServletRequest request, HttpServletResponse response, OpeningHandshake handshake)
      throws IOException, ServletException {
    if (!isTomcats(request) || !request.getProtocol().equals("HTTP/1.1")) {
      return false;
    }
    TomcatSocket socket;
    try {
      socket = request.upgrade(TomcatSocket.class);
    } catch (LinkageError outOfSight) {
      return false; // modules or class loaders keep Tomcat's classes from us
    }
    socket.expect(lobby, handshake, farewells);
    response.setHeader("Upgrade", "websocket");
    response.setHeader("Connection", "upgrade");
    response.setHeader(
        "Sec-WebSocket-Accept", AcceptKey.of(request.getHeader("Sec-WebSocket-Key")));
    if (handshake.subprotocol() != null) {
      response.setHeader("Sec-WebSocket-Protocol", handshake.subprotocol());
    }
    return true;
  }

  /** Sends all away, as their server is about to end. */
  void goAway() {
    farewells.forEach(Runnable::run);
  }

  private static boolean isTomcats(ServletRequest request) {
    ServletRequest own = request;
    while (own instanceof ServletRequestWrapper wrapper) {
      own = wrapper.getRequest();
    }
    return own.getClass().getName().startsWith(TOMCAT);
  }
}
