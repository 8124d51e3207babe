package io.groovejet.undertow;

import io.groovejet.IncomingFrames;
import io.groovejet.Wire;
import io.groovejet.frame.ServerFrame;
import io.groovejet.protocol.CloseReason;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;

/** The outgoing side of one socket, and its end. */
final class SocketWire implements Wire, IncomingFrames.Answers {

  private final StreamConnection connection;
  private final Executor turns;
  private final FrameWriter writer;
  private final AtomicInteger closeFrames = new AtomicInteger(); // ours and theirs, 2 when done

  /**
   * The wire of one socket.
   *
   * @param turns runs what touches the socket
   */
  SocketWire(StreamConnection connection, Executor turns) {
    this.connection = connection;
    this.turns = turns;
    this.writer =
        new FrameWriter(connection.getSinkChannel(), turns, this::closeWritten, this::hangUp);
  }

  @Override
  public void write(byte[] utf8, Written written) {
    writer.text(utf8, written);
  }

  @Override
  public void ping() {
    writer.ping();
  }

  @Override
  public void pong(byte[] payload) {
    writer.pong(payload);
  }

  @Override
  public void close(CloseReason reason) {
    writer.close(ServerFrame.close(reason));
  }

  /** Answers the client's close frame; that makes two, unless ours is still to be written. */
  @Override
  public void closed(int answer) {
    writer.close(ServerFrame.closeAnswer(answer));
    closeFrame();
  }

  /** Resets the connection, so that nothing waits for a client that does not read. */
  @Override
  public void drop() {
    try {
      connection.setOption(Options.CLOSE_ABORT, true);
    } catch (IOException | IllegalArgumentException alreadyClosed) {
      return;
    }
    try {
      turns.execute(this::hangUp);
    } catch (RejectedExecutionException stopping) {
      hangUp();
    }
  }

  /** Closes the socket. */
  void hangUp() {
    IoUtils.safeClose(connection);
  }

  /** The socket has room again, or seems to. */
  void writable() {
    writer.writable();
  }

  /** The socket is gone. */
  void lost() {
    writer.lost();
  }

  /** Sends no more, and waits for the client's close frame to arrive, or its end. */
  private void closeWritten() {
    try {
      connection.getSinkChannel().shutdownWrites();
      connection.getSinkChannel().flush();
    } catch (IOException alreadyClosed) {
      hangUp();
    }
    closeFrame();
  }

  private void closeFrame() {
    if (closeFrames.incrementAndGet() == 2) {
      hangUp();
    }
  }
}
