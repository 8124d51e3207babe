package io.groovejet.jakarta.tomcat;

import io.groovejet.ClientSession;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.protocol.CloseReason;
import jakarta.servlet.http.WebConnection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A socket that becomes a client of the lobby once Tomcat has upgraded it. Tomcat's threads call it
 * one at a time.
 */
public final class TomcatSocket implements InternalHttpUpgradeHandler {

  private static final CloseReason GOING_AWAY = new CloseReason(1001, "going away");

  private final AtomicInteger ends = new AtomicInteger(); // of connecting, of the socket
  private @Nullable Visitor visitor; // until it is a client; this and below set before any event
  private @Nullable Plug plug;
  private volatile @Nullable Client client;

  /** For Tomcat, which makes one for each connection. */
  public TomcatSocket() {}

  /**
   * Says who comes, before Tomcat has upgraded the socket.
   *
   * @param farewells one of them is this client's as long as its socket is open
   */
  public void expect(Lobby lobby, OpeningHandshake handshake, Farewells farewells) {
    visitor = new Visitor(lobby, handshake, farewells);
  }

  private void goAway() {
    Client leaving = client;
    if (leaving != null) {
      leaving.wire.close(GOING_AWAY);
      leaving.session.disconnected();
      leaving.plug.endSoon();
    }
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> ofThisConnection) {
    plug = new Plug(ofThisConnection);
  }

  @Override
  public void init(WebConnection unused) {
    Visitor comes = Objects.requireNonNull(visitor);
    Plug socket = Objects.requireNonNull(plug);
    visitor = null;
    Round.of(() -> connect(comes, socket));
  }

  private void connect(Visitor comes, Plug socket) {
    Runnable farewell = this::goAway;
    SocketWire wire = new SocketWire(socket, () -> gone(comes.farewells, farewell));
    ClientSession session = comes.lobby.connect(comes.handshake, wire);
    client = new Client(socket, session, wire, new ClientFrames(session, socket, wire));
    comes.farewells.add(farewell);
    if (socket.isClosed()) {
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
      Objects.requireNonNull(client).session.disconnected();
    }
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    Client connected = Objects.requireNonNull(client);
    switch (event) {
      case OPEN_READ -> Round.of(connected.frames::read);
      case OPEN_WRITE -> Round.of(connected.wire::writable);
      default -> connected.wire.hangUp();
    }
    if (connected.plug.isClosed()) {
      connected.wire.hangUp(); // if it was Tomcat that closed it
      return SocketState.CLOSED;
    }
    // Reading asks to be told itself. Tomcat, told that it is to ask, would list the connection
    // without a look whether it has ended meanwhile, and then keep it for ever.
    return event == SocketEvent.OPEN_READ ? SocketState.SUSPENDED : SocketState.UPGRADED;
  }

  /** Tomcat is done with it, on its own account or because we close it. */
  @Override
  public void destroy() {
    Client connected = client;
    if (connected != null && !connected.plug.wasClosedHere()) {
      connected.wire.hangUp();
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
  private record Visitor(Lobby lobby, OpeningHandshake handshake, Farewells farewells) {}

  /** Who has come. */
  private record Client(Plug plug, ClientSession session, SocketWire wire, ClientFrames frames) {}
}
