package io.groovejet.undertow;

import io.groovejet.FrameWire;
import io.groovejet.frame.FrameBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.ssl.SslConnection;

/** The outgoing side of one socket, and its end. */
final class SocketWire extends FrameWire {

  private final StreamConnection connection;
  private final Executor turns;
  private final ConduitStreamSinkChannel sink;
  private volatile @Nullable ByteBuffer rest; // of what the socket did not take at once

  /**
   * The wire of one socket.
   *
   * @param turns runs what touches the socket
   */
  SocketWire(StreamConnection connection, Executor turns) {
    super(turns);
    this.connection = connection;
    this.turns = turns;
    this.sink = connection.getSinkChannel();
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

  @Override
  public boolean hasEnded() {
    return !connection.isOpen();
  }

  @Override
  public void hangUp() {
    IoUtils.safeClose(connection);
  }

  /**
   * Closes the socket, on another thread where any may touch it: for each one that XNIO's own
   * thread closes it polls all its sockets, and so needs seconds for thousands that end at once.
   */
  void hangUpElsewhere() {
    if (connection instanceof SslConnection) {
      hangUp();
      return;
    }
    try {
      connection.getWorker().execute(this::hangUp);
    } catch (RejectedExecutionException stopping) {
      hangUp();
    }
  }

  /** The socket has room again, or seems to. */
  void writable() {
    ByteBuffer left = rest;
    if (left == null) {
      return;
    }
    try {
      if (flush(left)) {
        rest = null;
        sink.suspendWrites();
        frames.written();
      }
    } catch (IOException gone) {
      frames.failed();
    }
  }

  @Override
  public boolean write(FrameBatch batch) throws IOException {
    ByteBuffer bytes = batch.bytes();
    if (flush(bytes)) {
      return true;
    }
    rest = bytes;
    sink.resumeWrites();
    return false;
  }

  private boolean flush(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (sink.write(bytes) == 0) {
        return false;
      }
    }
    return sink.flush();
  }

  @Override
  public void endWriting() throws IOException {
    sink.shutdownWrites();
    sink.flush();
  }
}
