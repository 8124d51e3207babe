package io.groovejet.undertow;

import io.groovejet.ClientSession;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.HttpUpgradeListener;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.ssl.SslConnection;

/** A socket that becomes a client of the lobby once Undertow has upgraded it. */
final class ClientSocket implements HttpUpgradeListener {

  private final Lobby lobby;
  private final OpeningHandshake handshake;
  private final Door door;
  private final AtomicInteger ends = new AtomicInteger(); // of connecting, of the socket
  private @Nullable ClientSession session; // set when connected

  ClientSocket(Lobby lobby, OpeningHandshake handshake, Door door) {
    this.lobby = lobby;
    this.handshake = handshake;
    this.door = door;
  }

  @Override
  public void handleUpgrade(StreamConnection connection, HttpServerExchange exchange) {
    ByteBufferPool buffers = exchange.getConnection().getByteBufferPool();
    SocketWire wire = new SocketWire(connection, turns(connection), buffers, door.exit());
    exchange.getConnection().addCloseListener(closed -> gone(wire));
    connection.getSinkChannel().setWriteListener(sink -> wire.writable());
    ClientSession connected = lobby.connect(handshake, wire);
    session = connected;
    ended();
    if (!connection.isOpen()) {
      gone(wire);
      return;
    }
    ClientFrames frames = new ClientFrames(connected, wire, buffers);
    connection.getSourceChannel().setReadListener(reading(connection, frames));
    connection.getSourceChannel().resumeReads();
  }

  private ChannelListener<ConduitStreamSourceChannel> reading(
      StreamConnection connection, ClientFrames frames) {
    return connection instanceof SslConnection
        ? source -> frames.readEncrypted(source, door.nextRound())
        : frames::read;
  }

  private void gone(SocketWire wire) {
    wire.lost();
    ended();
  }

  /** A socket may end while the lobby is still connecting it; what comes second tells the lobby. */
  private void ended() {
    if (ends.incrementAndGet() == 2 && session != null) {
      session.disconnected();
    }
  }

  /**
   * When to write: after a thread of Undertow's has served all its sockets that are ready, so that
   * what comes up for one client meanwhile leaves together. Any thread may touch a plain socket,
   * but only its own one encryption.
   */
  private static Executor turns(StreamConnection connection) {
    XnioIoThread own = connection.getIoThread();
    return connection instanceof SslConnection ? own : ClientSocket::executeLater;
  }

  private static void executeLater(Runnable task) {
    XnioIoThread here = XnioIoThread.currentThread();
    if (here == null) {
      task.run();
    } else {
      here.execute(task);
    }
  }
}
