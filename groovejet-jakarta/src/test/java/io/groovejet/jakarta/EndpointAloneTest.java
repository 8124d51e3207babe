package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The endpoint as an application may also add it by itself, without filter. */
class EndpointAloneTest implements HandshakesContract {

  private @Nullable ServedTomcat tomcat; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    ServedTomcat started = ServedTomcat.with(context -> add(context, lobby));
    tomcat = started;
    return started.at("/lobby");
  }

  @Override
  public void stop() throws Exception {
    requireNonNull(tomcat).close();
  }

  @Test
  void aForeignOriginGetsNoSession() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      RawRequest foreign = RawRequest.upgrade(serve(lobby)).header("Origin", "http://evil.example");

      HttpReply reply = foreign.send();

      assertThat(reply.status()).isGreaterThanOrEqualTo(400);
      assertThat(lobby.report().connections()).isZero();
      stop();
    }
  }

  @Test
  void compressionIsNotNegotiated() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client =
            RawRequest.upgrade(serve(lobby))
                .header("Sec-WebSocket-Extensions", "permessage-deflate")
                .open()) {

      assertThat(RawRequest.header(client.handshake(), "Sec-WebSocket-Extensions")).isEmpty();
      stop();
    }
  }

  private static void add(ServletContext context, Lobby lobby) {
    Object container = context.getAttribute(ServerContainer.class.getName());
    try {
      ((ServerContainer) container).addEndpoint(LobbyEndpoint.at("/lobby", lobby));
    } catch (DeploymentException unfit) {
      throw new IllegalStateException(unfit);
    }
  }
}
