package io.groovejet.jetty;

import io.groovejet.ClientSession;
import io.groovejet.IncomingFrames;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/**
 * A socket that became a client of the lobby. It is read on the thread that found it readable:
 * nothing behind it blocks, so no other thread has to be woken for it.
 */
final class ClientConnection extends AbstractConnection
    implements Connection.UpgradeTo, IncomingFrames.Answers {

  private static final int INPUT_BUFFER = 16 * 1024; // pooled, held only while there is input
  private static final int RECORDS = 64; // of one client in a round: they may be tiny

  private final Lobby lobby;
  private final OpeningHandshake handshake;
  private final ByteBufferPool buffers;
  private final @Nullable ManagedSelector selector;
  private final boolean inRecords; // decrypted by Jetty, and read by the selector's thread
  private final SocketWire wire;
  private final Callback readable =
      Callback.from(InvocationType.NON_BLOCKING, this::onReadable, this::onFillInterestedFailed);

  private final AtomicInteger ends = new AtomicInteger(); // of connecting, of the socket
  private byte @Nullable [] answer; // to the handshake, to be sent when connected
  private ByteBuffer early = BufferUtil.EMPTY_BUFFER; // what followed the request for an upgrade
  private @Nullable ClientSession session; // set when connected
  private @Nullable IncomingFrames frames; // set when connected
  private boolean closed; // by the client: the socket ends as soon as that is answered

  private ClientConnection(
      EndPoint socket, Connector connector, Lobby lobby, OpeningHandshake handshake) {
    super(socket, connector.getExecutor());
    this.lobby = lobby;
    this.handshake = handshake;
    this.buffers = connector.getByteBufferPool();
    this.selector = SelectorRound.selectorOf(connector, socket);
    this.inRecords = selector != null && socket.isSecure();
    this.wire = new SocketWire(socket);
  }

  /** The connection of a request, to be used once it is upgraded. */
  static ClientConnection of(Request request, Lobby lobby, OpeningHandshake handshake) {
    ConnectionMetaData http = request.getConnectionMetaData();
    Connector connector = http.getConnector();
    EndPoint socket = http.getConnection().getEndPoint();
    ClientConnection connection = new ClientConnection(socket, connector, lobby, handshake);
    connector.getEventListeners().forEach(connection::addEventListener);
    return connection;
  }

  /** Has it sent before everything else, once connected. */
  void keepAnswer(byte[] handshake) {
    answer = handshake;
  }

  @Override
  public void onUpgradeTo(ByteBuffer bytes) {
    early = BufferUtil.copy(bytes);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    getEndPoint().setIdleTimeout(0); // the lobby has its own
    SelectorRound.read(selector, this::begin);
  }

  private void begin() {
    if (answer != null) {
      wire.answer(answer);
      answer = null;
    }
    ClientSession connected = lobby.connect(handshake, wire);
    session = connected;
    frames = new IncomingFrames(connected, this);
    ended();
    readEarly(frames);
  }

  /** Reads it as what comes later, a turn at a time. */
  private void readEarly(IncomingFrames incoming) {
    int size = Math.min(incoming.turn(), early.remaining());
    incoming.read(early.slice(early.position(), size));
    early.position(early.position() + size);
    if (early.hasRemaining()) {
      readInTheNextRound(() -> readEarly(incoming));
    } else {
      early = BufferUtil.EMPTY_BUFFER;
      readOn(incoming, inRecords);
    }
  }

  private void readInTheNextRound(Runnable reading) {
    SelectorRound.readInTheNext(
        selector,
        () -> {
          boolean read = false;
          try {
            reading.run();
            read = true;
          } finally {
            if (!read) {
              wire.hangUp(); // nobody else would ever read it
            }
          }
        });
  }

  private void onReadable() {
    SelectorRound.read(selector, this::onFillable);
  }

  @Override
  public void onFillable() {
    RetainableByteBuffer pooled = buffers.acquire(INPUT_BUFFER, true);
    try {
      read(pooled.getByteBuffer());
    } catch (IOException reset) {
      wire.hangUp();
    } finally {
      pooled.release();
    }
  }

  /**
   * Reads once; if there is more, other sockets have their turn first. Not on another thread: as
   * many of those as clients that flood would leave little of a processor to the selector's.
   */
  private void read(ByteBuffer buffer) throws IOException {
    IncomingFrames incoming = Objects.requireNonNull(frames);
    ByteBuffer turn = buffer.clear().slice(0, incoming.turn()).limit(0); // as Jetty fills
    int filled = inRecords ? fillFromRecords(turn) : getEndPoint().fill(turn);
    if (filled < 0 && !turn.hasRemaining()) {
      wire.hangUp();
      return;
    }
    incoming.read(turn);
    readOn(incoming, inRecords && filled != 0);
  }

  /**
   * Fills a turn from as many records as it takes, each of which is decrypted whole. For what is
   * left then Jetty would not ask the selector, but have a thread of its pool read it at once.
   *
   * @return 0 if nothing is left
   */
  private int fillFromRecords(ByteBuffer turn) throws IOException {
    int filled = getEndPoint().fill(turn);
    for (int more = 1; filled > 0 && BufferUtil.space(turn) > 0 && more < RECORDS; more++) {
      filled = getEndPoint().fill(turn);
    }
    return filled;
  }

  /**
   * Reads what comes next.
   *
   * @param more whether there may be some of which no selector knows
   */
  private void readOn(IncomingFrames incoming, boolean more) {
    if (closed || !incoming.goOn()) {
      return;
    }
    if (more) {
      readInTheNextRound(this::onFillable);
    } else {
      fillInterested(readable);
    }
  }

  @Override
  public void pong(byte[] payload) {
    wire.pong(payload);
  }

  @Override
  public void closed(int answer) {
    closed = true;
    wire.closed(answer);
  }

  @Override
  public boolean onIdleExpired(TimeoutException timeout) {
    return false;
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    wire.lost();
    ended();
    super.onClose(cause);
  }

  /** A socket may end while the lobby is still connecting it; what comes second tells the lobby. */
  private void ended() {
    if (ends.incrementAndGet() == 2 && session != null) {
      session.disconnected();
    }
  }
}
