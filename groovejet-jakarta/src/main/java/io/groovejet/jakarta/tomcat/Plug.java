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
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A socket of Tomcat's, for any thread. Tomcat gives what a closed one leaves behind to the next at
 * once; so nobody may be reading or writing while it is closed, lest it be another client's.
 */
final class Plug {

  private static final long GOODBYE_MS = 10_000;

  private final SocketWrapperBase<?> socket;
  private @Nullable ByteBuffer rest; // of what is being written; this and below guarded by this
  private boolean closed;

  Plug(SocketWrapperBase<?> socket) {
    this.socket = socket;
    socket.setReadTimeout(-1); // patience is the lobby's
    socket.setWriteTimeout(-1);
  }

  /**
   * Reads what there is, perhaps nothing.
   *
   * @return whether there may be more of which Tomcat's poller does not know
   */
  synchronized boolean read(ByteBuffer to) throws IOException {
    stayOpen();
    NioChannel plain = plain();
    int size = plain == null ? socket.read(false, to) : plain.read(to);
    if (size < 0) {
      throw new EOFException();
    }
    return plain == null ? size > 0 : !to.hasRemaining();
  }

  /** Asks to be told when there is more to read. */
  synchronized void readOn() {
    if (!closed) {
      socket.registerReadInterest();
    }
  }

  /** Asks for another turn at reading, when others have had theirs. */
  synchronized void readOnLater() {
    if (!closed) {
      socket.processSocket(SocketEvent.OPEN_READ, true);
    }
  }

  /** Starts to write; unless that was all, {@link #finishes} is to be asked when told. */
  synchronized boolean write(ByteBuffer bytes) throws IOException {
    stayOpen();
    rest = bytes;
    return writeOn(bytes);
  }

  /** Writes what is left, and says, once, that this was all. */
  synchronized boolean finishes() throws IOException {
    stayOpen();
    return rest != null && writeOn(rest);
  }

  private boolean writeOn(ByteBuffer bytes) throws IOException {
    boolean all = socket.getSocket() instanceof NioChannel nio ? give(nio, bytes) : give(bytes);
    if (all) {
      rest = null;
    } else {
      socket.registerWriteInterest();
    }
    return all;
  }

  private static boolean give(NioChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) <= 0) {
        return false;
      }
    }
    return channel.getOutboundRemaining() == 0 || channel.flushOutbound();
  }

  private boolean give(ByteBuffer bytes) throws IOException {
    if (bytes.hasRemaining()) {
      socket.write(false, bytes);
    }
    return !socket.flush(false);
  }

  /** Sends no more, which TLS is told first. */
  synchronized void endWriting() throws IOException {
    if (closed || !(socket.getSocket() instanceof NioChannel channel)) {
      return;
    }
    SocketChannel plain = channel.getIOChannel();
    if (channel instanceof SecureNioChannel secure) {
      plain.write(goodbye(secure.getSslEngine()));
    }
    plain.shutdownOutput();
  }

  private static ByteBuffer goodbye(SSLEngine tls) throws SSLException {
    tls.closeOutbound();
    ByteBuffer alert = ByteBuffer.allocate(tls.getSession().getPacketBufferSize());
    tls.wrap(ByteBuffer.allocate(0), alert);
    return alert.flip();
  }

  /** Gives the client a moment for its goodbye, then has Tomcat end it. */
  synchronized void endSoon() {
    if (!closed) {
      socket.setReadTimeout(GOODBYE_MS);
    }
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      socket.close();
    }
  }

  /** Closes it by a reset, so that nothing waits for a client that does not read. */
  synchronized void reset() {
    if (!closed && socket.getSocket() instanceof NioChannel channel) {
      try {
        channel.getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException alreadyClosed) {
        // what was asked for
      }
    }
    close();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** The socket itself; null as long as Tomcat holds bytes back, or TLS does. */
  private @Nullable NioChannel plain() {
    return socket.getSocket() instanceof NioChannel channel
            && !(channel instanceof SecureNioChannel)
            && socket.getSocketBufferHandler().isReadBufferEmpty()
        ? channel
        : null;
  }

  private void stayOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }
}
