package io.groovejet.benchmarks.bare;

import io.groovejet.benchmarks.bare.Seats.Seat;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** On the frames below Jetty's API: bytes, which are never copied. */
final class JettyCoreRelay implements FrameHandler {

  private final Seats<CoreSession> seats;
  private final String query;
  private CoreSession session; // known once open, as the next one
  private Seat<CoreSession> seat;

  private JettyCoreRelay(Seats<CoreSession> seats, String query) {
    this.seats = seats;
    this.query = query;
  }

  static int start() throws Exception {
    Seats<CoreSession> seats = new Seats<>();
    WebSocketUpgradeHandler handler = new WebSocketUpgradeHandler();
    handler.addMapping(
        "/*",
        (request, response, callback) ->
            new JettyCoreRelay(seats, request.getHttpURI().getQuery()));
    return start(handler);
  }

  /** A server with that handler; the port it is on. */
  static int start(Handler handler) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(4096);
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return connector.getLocalPort();
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    session.setIdleTimeout(Duration.ZERO);
    seat = seats.sit(query, opened);
    callback.succeeded();
    session.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    if (frame.getOpCode() != OpCode.TEXT) {
      callback.succeeded();
      session.demand();
      return;
    }
    ByteBuffer text = frame.getPayload();
    CoreSession to = seat.isHost() ? addressee(text) : seat.host();
    Callback done = Callback.from(callback, session::demand);
    if (to == null) {
      done.succeeded();
    } else {
      to.sendFrame(new Frame(OpCode.TEXT, text), done, false);
    }
  }

  private CoreSession addressee(ByteBuffer text) {
    return seat.at(Seats.number(text.get(), text.get(), text.get()));
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    if (seat != null) {
      seat.leave(session);
    }
    callback.succeeded();
  }
}
