package io.groovejet.jakarta;

import io.groovejet.ClientSession;
import io.groovejet.Lobby;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A lobby as a WebSocket endpoint: one instance per connection.
 *
 * <p>In a servlet container prefer {@link LobbyMount} or {@link LobbyFilter}: they also answer
 * {@code POST /rooms}, refuse with the right HTTP status and know the client's address. Where there
 * are no servlets, {@link #at} is the whole mount.
 */
public final class LobbyEndpoint extends Endpoint {

  private final Lobby lobby;
  private final Executor pings;
  private final AtomicBoolean reported = new AtomicBoolean();
  private volatile boolean gone; // the container says the connection is closed
  private volatile @Nullable ClientSession client; // known once the lobby has connected it
  private volatile @Nullable SessionWire wire; // known once the connection is open

  LobbyEndpoint(Lobby lobby, Executor pings) {
    this.lobby = lobby;
    this.pings = pings;
  }

  /**
   * An endpoint for {@code ServerContainer.addEndpoint}, speaking WebSocket only: {@code POST
   * /rooms} is not served, a handshake the lobby refuses fails with a status of the container's
   * choice, and where the container does not tell an endpoint its clients' addresses they all count
   * as one address for the limits.
   *
   * @param path where, such as {@code /lobby}
   * @param lobby whom it connects clients to
   */
  public static ServerEndpointConfig at(String path, Lobby lobby) {
    return ServerEndpointConfig.Builder.create(LobbyEndpoint.class, path)
        .configurator(new DecidingConfigurator(lobby, PingThreads.create()))
        .build();
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    SessionWire opened = SessionWire.over(session, pings);
    wire = opened;
    ClientSession connected = lobby.connect(Handover.take(session), opened);
    client = connected;
    if (gone) {
      reportOnce();
    } else {
      Inbound.listen(session, connected, opened);
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    gone = true;
    SessionWire opened = wire;
    if (opened != null) {
      opened.closed();
    }
    reportOnce();
  }

  @Override
  public void onError(Session session, Throwable cause) {
    // Where the connection ends by it, onClose follows.
  }

  private void reportOnce() {
    ClientSession connected = client;
    if (connected != null && reported.compareAndSet(false, true)) {
      connected.disconnected();
    }
  }
}
