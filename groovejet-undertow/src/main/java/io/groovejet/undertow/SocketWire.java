package io.groovejet.undertow;

import io.groovejet.FrameWire;
import io.groovejet.frame.FrameBatch;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
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
  private final ByteBufferPool buffers;
  private final Exit exit;
  private final ConduitStreamSinkChannel sink;
  private volatile @Nullable ByteBuffer rest; // of what the socket did not take at once

  /**
   * The wire of one socket.
   *
   * @param turns runs what touches the socket
   * @param buffers for what is on its way to the socket
   * @param exit closes it once it has ended
   */
  SocketWire(StreamConnection connection, Executor turns, ByteBufferPool buffers, Exit exit) {
    super(turns);
    this.connection = connection;
    this.turns = turns;
    this.buffers = buffers;
    this.exit = exit;
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

  /** Closes the socket, on another thread where any may touch it. */
  void hangUpElsewhere() {
    if (connection instanceof SslConnection) {
      hangUp();
    } else {
      exit.close(this);
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
    if (batch.size() > buffers.getBufferSize()) {
      return write(batch.bytes());
    }
    try (PooledByteBuffer pooled = buffers.allocate()) {
      ByteBuffer bytes = pooled.getBuffer();
      batch.putTo(bytes);
      return write(bytes.flip());
    }
  }

  /** Of a buffer that others use after this, what the socket does not take at once is copied. */
  private boolean write(ByteBuffer bytes) throws IOException {
    if (flush(bytes)) {
      return true;
    }
    rest = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
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
