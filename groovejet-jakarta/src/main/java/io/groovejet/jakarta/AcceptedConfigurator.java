package io.groovejet.jakarta;

import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.concurrent.Executor;

/** Completes one handshake that the lobby has accepted already. */
final class AcceptedConfigurator extends ServerEndpointConfig.Configurator {

  private final Lobby lobby;
  private final Executor pings;
  private final OpeningHandshake accepted;

  AcceptedConfigurator(Lobby lobby, Executor pings, OpeningHandshake accepted) {
    this.lobby = lobby;
    this.pings = pings;
    this.accepted = accepted;
  }

  @Override
  public boolean checkOrigin(String origin) {
    return true;
  }

  @Override
  public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
    String chosen = accepted.subprotocol();
    return chosen == null ? "" : chosen;
  }

  /** None, and so no compression. */
  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    return List.of();
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig ofThisHandshake, HandshakeRequest request, HandshakeResponse response) {
    Handover.leave(ofThisHandshake, accepted);
  }

  @Override
  public <T> T getEndpointInstance(Class<T> endpointClass) {
    return endpointClass.cast(new LobbyEndpoint(lobby, pings));
  }
}
