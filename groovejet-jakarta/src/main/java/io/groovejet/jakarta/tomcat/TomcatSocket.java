package io.groovejet.jakarta.tomcat;

import io.groovejet.ClientSession;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.protocol.CloseReason;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A socket that becomes a client of the lobby once Tomcat has upgraded it. From then on threads of
 * our own serve it; those of Tomcat's do only with its NIO2 connector, and call one at a time.
 */
public final class TomcatSocket implements InternalHttpUpgradeHandler {

  private static final CloseReason GOING_AWAY = new CloseReason(1001, "going away");

  private static final ThreadLocal<ByteBuffer> BUFFERS =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(ClientFrames.A_TURN));

  private final AtomicInteger ends = new AtomicInteger(); // of connecting, of the socket
  private @Nullable Visitor visitor; // until it is a client; this and below set before any event
  private @Nullable SocketWrapperBase<?> socket;
  private volatile @Nullable Client client;

  /** For Tomcat, which makes one for each connection. */
  public TomcatSocket() {}

  /**
   * Says who comes, before Tomcat has upgraded the socket.
   *
   * @param farewells one of them is this client's as long as its socket is open
   * @param loops one of them serves this client
   */
  public void expect(
      Lobby lobby, OpeningHandshake handshake, Farewells farewells, SelectorLoops loops) {
    visitor = new Visitor(lobby, handshake, farewells, loops);
  }

  private void goAway() {
    Client leaving = client;
    if (leaving != null) {
      leaving.wire().close(GOING_AWAY);
      leaving.session().disconnected();
      if (leaving.plug().isServedByTomcat()) {
        leaving.plug().endSoon();
      }
    }
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> ofThisConnection) {
    socket = ofThisConnection;
  }

  @Override
  public void init(WebConnection unused) {
    Visitor comes = Objects.requireNonNull(visitor);
    visitor = null;
    try {
      Plug plug = new Plug(Objects.requireNonNull(socket), comes.loops);
      Round.of(() -> connect(comes, plug));
      plug.serve(Objects.requireNonNull(client));
    } catch (IOException noSelector) {
      throw new UncheckedIOException(noSelector);
    } catch (RuntimeException | Error broken) {
      destroy(); // not every Tomcat does
      throw broken;
    }
  }

  private void connect(Visitor comes, Plug plug) {
    Runnable farewell = this::goAway;
    SocketWire wire = new SocketWire(plug, () -> gone(comes.farewells, farewell));
    ClientSession session = comes.lobby.connect(comes.handshake, wire);
    client = new Client(plug, session, wire, new ClientFrames(session, plug, wire));
    comes.farewells.add(farewell);
    if (plug.isClosed()) {
      comes.farewells.remove(farewell);
    }
    ended();
  }

  private void gone(Farewells farewells, Runnable farewell) {
    farewells.remove(farewell);
    ended();
  }

  /** A socket may end while the lobby is still connecting it; what comes second tells the lobby. */
  private void ended() {
    if (ends.incrementAndGet() == 2) {
      Objects.requireNonNull(client).session().disconnected();
    }
  }

  /**
   * The first event is the one that came with the upgrade. What is answered keeps Tomcat from
   * asking its poller to look after the socket, and from listing the connection, which it would
   * without a look whether that has ended meanwhile, and then keep for ever.
   */
  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    Client connected = Objects.requireNonNull(client);
    switch (event) {
      case OPEN_READ, OPEN_WRITE -> serveOnTomcatsThread(connected, event);
      default -> connected.hangUp();
    }
    if (connected.plug().isClosed()) {
      connected.hangUp(); // if it was Tomcat that closed it
      return SocketState.CLOSED;
    }
    return SocketState.SUSPENDED;
  }

  private static void serveOnTomcatsThread(Client connected, SocketEvent event) {
    if (!connected.plug().isServedByTomcat()) {
      return;
    }
    if (event == SocketEvent.OPEN_WRITE) {
      Round.of(connected::writable);
    } else {
      Round.of(() -> readAll(connected));
      if (connected.frames().goOn()) {
        connected.plug().readOn();
      }
    }
  }

  private static void readAll(Client connected) {
    boolean more = true;
    while (more) {
      more = connected.read(BUFFERS.get());
    }
  }

  /** Tomcat is done with it, on its own account or because we close it. */
  @Override
  public void destroy() {
    Client connected = client;
    if (connected != null && !connected.plug().wasClosedHere()) {
      connected.hangUp();
    }
  }

  /** Whether Tomcat's classes, as this one knows them, are what serves requests of such a class. */
  public static boolean servesThose(Class<?> request) {
    return request.getClassLoader() == InternalHttpUpgradeHandler.class.getClassLoader();
  }

  @Override
  public void timeoutAsync(long now) {
    // patience is the lobby's
  }

  @Override
  public void setSslSupport(SSLSupport unused) {
    // nobody asks
  }

  @Override
  public void pause() {
    // the lobby is drained by whoever owns it
  }

  /** Who comes. */
  private record Visitor(
      Lobby lobby, OpeningHandshake handshake, Farewells farewells, SelectorLoops loops) {}
}
