package io.groovejet.jakarta;

import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.frame.AcceptKey;
import io.groovejet.jakarta.tomcat.Farewells;
import io.groovejet.jakarta.tomcat.SelectorLoops;
import io.groovejet.jakarta.tomcat.TomcatSocket;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Clients on the sockets of a container, below its WebSockets: on Tomcat, where those are slow. */
final class Sockets {

  private static final String TOMCAT = "org.apache.catalina.connector.";

  private final Lobby lobby;
  private final Farewells farewells = new Farewells();
  private final SelectorLoops loops = new SelectorLoops();

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
    TomcatSocket socket = request.upgrade(TomcatSocket.class);
    socket.expect(lobby, handshake, farewells, loops);
    response.setHeader("Upgrade", "websocket");
    response.setHeader("Connection", "upgrade");
    response.setHeader(
        "Sec-WebSocket-Accept", AcceptKey.of(request.getHeader("Sec-WebSocket-Key")));
    if (handshake.subprotocol() != null) {
      response.setHeader("Sec-WebSocket-Protocol", handshake.subprotocol());
    }
    return true;
  }

  /** Sends all away, as their server is about to end, and waits until they have gone. */
  void goAway() {
    try {
      farewells.say();
    } finally {
      loops.end();
    }
  }

  private static boolean isTomcats(ServletRequest request) {
    ServletRequest own = request;
    while (own instanceof ServletRequestWrapper wrapper) {
      own = wrapper.getRequest();
    }
    try {
      return own.getClass().getName().startsWith(TOMCAT)
          && TomcatSocket.servesThose(own.getClass());
    } catch (LinkageError outOfSight) {
      return false; // modules or class loaders keep Tomcat's classes from us
    }
  }
}
