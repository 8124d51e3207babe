package io.groovejet.benchmarks.bare;

import io.groovejet.benchmarks.bare.Seats.Seat;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** On Jetty's API of sessions and texts, which has to see its methods. */
public final class JettyRelay extends Session.Listener.AbstractAutoDemanding {

  private final Seats<Session> seats;
  private final String query;
  private Seat<Session> seat; // known once open

  private JettyRelay(Seats<Session> seats, String query) {
    this.seats = seats;
    this.query = query;
  }

  static int start() throws Exception {
    Seats<Session> seats = new Seats<>();
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(4096);
    server.addConnector(connector);
    server.setHandler(
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              container.setIdleTimeout(Duration.ZERO);
              container.addMapping(
                  "/*",
                  (request, response, callback) ->
                      new JettyRelay(seats, request.getHttpURI().getQuery()));
            }));
    server.start();
    return connector.getLocalPort();
  }

  @Override
  public void onWebSocketOpen(Session session) {
    super.onWebSocketOpen(session);
    seat = seats.sit(query, session);
  }

  @Override
  public void onWebSocketText(String text) {
    if (seat.isHost()) {
      pass(text.substring(Seats.DIGITS), seat.at(Seats.number(text)));
    } else {
      pass(text, seat.host());
    }
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback done) {
    seat.leave(getSession());
    done.succeed();
  }

  private static void pass(String text, Session to) {
    if (to != null) {
      to.sendText(text, Callback.NOOP);
    }
  }
}
