package io.groovejet.jakarta;

import io.groovejet.HandshakeVerdict;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.concurrent.Executor;

/** Asks the lobby about each handshake, for an endpoint without a filter before it. */
final class DecidingConfigurator extends ServerEndpointConfig.Configurator {

  private final Lobby lobby;
  private final Executor pings;

  DecidingConfigurator(Lobby lobby, Executor pings) {
    this.lobby = lobby;
    this.pings = pings;
  }

  /** Says yes: the origin is judged together with the {@code Host}, in {@link #modifyHandshake}. */
  @Override
  public boolean checkOrigin(String origin) {
    return true;
  }

  @Override
  public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
    String chosen =
        lobby
            .handshake(new OfferedSubprotocols(requested))
            .fold(OpeningHandshake::subprotocol, refused -> null);
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
    HandshakeVerdict verdict =
        lobby.handshake(new HandshakeRequestView(request, ofThisHandshake.getUserProperties()));
    verdict.tell(
        handshake -> Handover.leave(ofThisHandshake, handshake),
        reply -> {
          throw new HangUp("handshake refused with " + reply.status());
        });
  }

  @Override
  public <T> T getEndpointInstance(Class<T> endpointClass) {
    return endpointClass.cast(new LobbyEndpoint(lobby, pings));
  }
}
