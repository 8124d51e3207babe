package io.groovejet.jetty;

import io.groovejet.Wire;
import io.groovejet.protocol.CloseReason;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

/**
 * The outgoing side of one socket.
 *
 * <p>Frames go to the connection itself, past Jetty's session: the session would hang up right
 * behind a close frame with a code below 3000, and a client that is still sending would then hear a
 * TCP reset in place of the reason.
 */
final class SocketWire implements Wire {

  private final WebSocketCoreSession session;
  private final WebSocketConnection connection;

  private final Object lock = new Object();
  private boolean answering; // guarded by lock: an answer to a ping is being written
  private @Nullable ByteBuffer unanswered; // guarded by lock: the payload of the last ping since

  SocketWire(WebSocketCoreSession session) {
    this.session = session;
    this.connection = session.getConnection();
  }

  @Override
  public void write(byte[] utf8, Written written) {
    Frame text = new Frame(OpCode.TEXT, ByteBuffer.wrap(utf8));
    enqueue(text, Callback.from(written::done, failure -> written.failed()));
  }

  @Override
  public void ping() {
    enqueue(new Frame(OpCode.PING, BufferUtil.EMPTY_BUFFER), Callback.NOOP);
  }

  /**
   * Answers a ping. While an answer waits to be written, of all further pings only the last gets
   * one (RFC 6455 section 5.5.3), so that a client that does not read cannot pile them up.
   */
  void pong(ByteBuffer payload) {
    ByteBuffer copy = BufferUtil.copy(payload);
    synchronized (lock) {
      if (answering) {
        unanswered = copy;
        return;
      }
      answering = true;
    }
    answer(copy);
  }

  @Override
  public void close(CloseReason reason) {
    enqueue(CloseStatus.toFrame(reason.code(), reason.reason()), Callback.NOOP);
  }

  /** Resets the connection, so that nothing waits for a client that does not read. */
  @Override
  public void drop() {
    try {
      if (connection.getEndPoint().getTransport() instanceof SocketChannel socket) {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException alreadyClosed) {
      return;
    }
    session.abort();
  }

  /** Asks Jetty for the next frame. */
  void demand() {
    session.demand();
  }

  private void answer(ByteBuffer payload) {
    enqueue(new Frame(OpCode.PONG, payload), Callback.from(this::answered));
  }

  private void answered() {
    ByteBuffer next;
    synchronized (lock) {
      next = unanswered;
      unanswered = null;
      answering = next != null;
    }
    if (next != null) {
      answer(next);
    }
  }

  private void enqueue(Frame frame, Callback callback) {
    connection.enqueueFrame(new OutgoingEntry.Builder(frame, callback).build());
  }
}
