package io.groovejet.jakarta.tomcat;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A socket of Tomcat's, for any thread. Tomcat gives what a closed one leaves behind to the next at
 * once; so nobody may be reading or writing while it is closed, lest it be another client's.
 *
 * <p>Tomcat holds locks of its own when it calls, and takes them when it is asked for a look at the
 * socket or closes it; so neither is done under the lock of this.
 */
final class Plug {

  private static final long GOODBYE_MS = 10_000;

  private final SocketWrapperBase<?> socket;
  private final @Nullable SocketChannel channel; // below TLS; null if it is none of Tomcat's NIO
  private final @Nullable SecureNioChannel tls;
  private final @Nullable SelectorLoop loop; // null if Tomcat's own poller serves it
  private @Nullable ByteBuffer rest; // of what is being written; this and below guarded by this
  private boolean closed;

  /** The socket of a connection, served by one of these. */
  Plug(SocketWrapperBase<?> socket, SelectorLoops loops) throws IOException {
    this.socket = socket;
    this.channel = socket.getSocket() instanceof NioChannel nio ? nio.getIOChannel() : null;
    this.tls = socket.getSocket() instanceof SecureNioChannel secure ? secure : null;
    this.loop = channel == null ? null : loops.next();
    socket.setReadTimeout(-1); // patience is the lobby's
    socket.setWriteTimeout(-1);
  }

  /**
   * Reads what there is, perhaps nothing.
   *
   * @return whether there may be more of which no selector knows
   */
  synchronized boolean read(ByteBuffer to) throws IOException {
    stayOpen();
    boolean past = tls == null && socket.getSocketBufferHandler().isReadBufferEmpty();
    SocketChannel bare = past ? channel : null;
    int size = bare == null ? socket.read(false, to) : bare.read(to);
    if (size < 0) {
      throw new EOFException();
    }
    return bare == null && size > 0;
  }

  /** Whether Tomcat's poller is to tell when it is ready. */
  boolean isServedByTomcat() {
    return loop == null;
  }

  /** Has its client served from now on. */
  void serve(Client client) {
    if (loop != null && channel != null && !loop.serve(client, channel)) {
      client.hangUp();
    }
  }

  /** Asks Tomcat's poller to tell when there is more to read. */
  void readOn() {
    if (!isClosed()) {
      socket.registerReadInterest();
    }
  }

  /** Starts to write; unless that was all, {@link #finishes} is to be asked when told. */
  boolean write(ByteBuffer bytes) throws IOException {
    boolean all;
    synchronized (this) {
      stayOpen();
      rest = bytes;
      all = writeOn(bytes);
    }
    if (!all) {
      awaitRoom();
    }
    return all;
  }

  /** Writes what is left, and says, once, that this was all. */
  boolean finishes() throws IOException {
    boolean all;
    synchronized (this) {
      stayOpen();
      if (rest == null) {
        return false;
      }
      all = writeOn(rest);
    }
    if (!all) {
      awaitRoom();
    }
    return all;
  }

  private void awaitRoom() {
    if (loop != null && channel != null) {
      loop.awaitRoom(channel);
    } else {
      socket.registerWriteInterest();
    }
  }

  /** Whether {@link #finishes} is to be asked. */
  synchronized boolean isUnfinished() {
    return rest != null;
  }

  private boolean writeOn(ByteBuffer bytes) throws IOException {
    boolean interrupted = Thread.interrupted(); // Tomcat would take that for the socket's end
    try {
      boolean all = channel == null ? give(bytes) : give(channel, bytes);
      rest = all ? null : bytes;
      return all;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean give(SocketChannel plain, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int size = tls == null ? plain.write(bytes) : tls.write(bytes);
      if (size <= 0) {
        return false;
      }
    }
    if (tls == null) {
      return true;
    }
    tls.flushOutbound();
    return tls.getOutboundRemaining() == 0;
  }

  private boolean give(ByteBuffer bytes) throws IOException {
    if (bytes.hasRemaining()) {
      socket.write(false, bytes);
    }
    return !socket.flush(false);
  }

  /** Sends no more, which TLS is told first. */
  synchronized void endWriting() throws IOException {
    if (closed || channel == null) {
      return;
    }
    if (tls != null) {
      channel.write(goodbye(tls.getSslEngine()));
    }
    channel.shutdownOutput();
  }

  private static ByteBuffer goodbye(SSLEngine engine) throws SSLException {
    engine.closeOutbound();
    ByteBuffer alert = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), alert);
    return alert.flip();
  }

  /** Gives the client a moment for its goodbye, then has Tomcat's poller end it. */
  void endSoon() {
    socket.setReadTimeout(GOODBYE_MS);
  }

  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    socket.close();
    if (loop != null) {
      loop.letGo();
    }
  }

  /** Closes it by a reset, so that nothing waits for a client that does not read. */
  void reset() {
    synchronized (this) {
      if (!closed && channel != null) {
        resetOnClose(channel);
      }
    }
    close();
    if (socket instanceof NioSocketWrapper nio) {
      nio.getPoller().getSelector().wakeup(); // it would keep a closed socket for up to a second
    }
  }

  private static void resetOnClose(SocketChannel channel) {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException alreadyClosed) {
      // what was asked for
    }
  }

  /** Whether it was closed by this, not by Tomcat alone. */
  synchronized boolean wasClosedHere() {
    return closed;
  }

  /** Whether it is closed, by whomever. */
  synchronized boolean isClosed() {
    return closed || socket.isClosed();
  }

  private void stayOpen() throws ClosedChannelException {
    if (isClosed()) {
      throw new ClosedChannelException();
    }
  }
}
