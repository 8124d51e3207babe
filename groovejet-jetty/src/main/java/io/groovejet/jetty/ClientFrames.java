package io.groovejet.jetty;

import io.groovejet.ClientSession;
import io.groovejet.IncomingText;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.protocol.CloseReason;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

/** The incoming side of one socket: what its client sends goes to the lobby, frame by frame. */
final class ClientFrames implements FrameHandler {

  private static final int FRAMES_IN_A_ROW = 64; // then other sockets of the thread have their turn

  private final Lobby lobby;
  private final OpeningHandshake handshake;
  private final Executor executor;
  private final AtomicInteger ends = new AtomicInteger(); // of connecting, of the socket
  private @Nullable Client client; // set when connected
  private int framesInARow; // since there was nothing to read

  /** Where the messages of a connected client go, and where answers to its pings do. */
  private record Client(ClientSession session, IncomingText text, SocketWire wire) {}

  /**
   * The frames of one connection.
   *
   * @param executor goes on with a client that sends more than one may read in a row
   */
  ClientFrames(Lobby lobby, OpeningHandshake handshake, Executor executor) {
    this.lobby = lobby;
    this.handshake = handshake;
    this.executor = executor;
  }

  /** There is nothing to read now. */
  void rest() {
    framesInARow = 0;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    SocketWire wire = new SocketWire((WebSocketCoreSession) opened);
    ClientSession session = lobby.connect(handshake, wire);
    client = new Client(session, new IncomingText(session), wire);
    ended();
    callback.succeeded();
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    Client sender = client;
    if (sender != null) {
      sender.session.heard();
      take(frame, sender);
    }
    callback.succeeded();
    if (sender != null && frame.getOpCode() != OpCode.CLOSE) {
      demand(sender.wire);
    }
  }

  private void demand(SocketWire wire) {
    if (++framesInARow < FRAMES_IN_A_ROW) {
      wire.demand();
      return;
    }
    framesInARow = 0;
    try {
      executor.execute(wire::demand);
    } catch (RejectedExecutionException stopping) {
      wire.demand();
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    ended();
    callback.succeeded();
  }

  private static void take(Frame frame, Client client) {
    switch (frame.getOpCode()) {
      case OpCode.TEXT, OpCode.CONTINUATION -> client.text.add(frame.getPayload(), frame.isFin());
      case OpCode.BINARY -> client.text.reject(CloseReason.BINARY);
      case OpCode.PING -> {
        if (client.session.heardControl()) {
          client.wire.pong(frame.getPayload());
        }
      }
      case OpCode.PONG -> client.session.heardControl();
      case OpCode.CLOSE -> client.session.disconnected(); // before Jetty answers
      default -> {}
    }
  }

  /** A socket may end while the lobby is still connecting it; what comes second tells the lobby. */
  private void ended() {
    if (ends.incrementAndGet() == 2 && client != null) {
      client.session.disconnected();
    }
  }
}
