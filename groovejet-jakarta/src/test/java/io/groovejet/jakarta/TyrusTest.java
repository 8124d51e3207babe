package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.Lobby;
import io.groovejet.testkit.Frame;
import io.groovejet.testkit.FramingContract;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The endpoint alone, on Tyrus without servlets. This is no whole transport: what Tyrus does not do
 * stands in the package's documentation, and what is unlike the contract below.
 */
class TyrusTest implements FramingContract, HandshakesContract {

  private static final int MOST_BUFFERED = 512 * 1024;

  private @Nullable TyrusServerContainer server; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    Map<String, Object> properties =
        Map.of(TyrusWebSocketEngine.INCOMING_BUFFER_SIZE, MOST_BUFFERED);
    TyrusServerContainer started =
        (TyrusServerContainer) ServerContainerFactory.createServerContainer(properties);
    started.addEndpoint(LobbyEndpoint.at("/lobby", lobby));
    server = started;
    started.start("/", 0);
    return URI.create("ws://127.0.0.1:" + started.getPort() + "/lobby");
  }

  @Override
  public void stop() {
    requireNonNull(server).stop();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Sec-WebSocket-Key, c2hvcnQ=",
    "Sec-WebSocket-Version, 8"
  })
  void whatTheLobbyRefusesIsNotAnsweredWith101(String header, String value) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      RawRequest handshake = RawRequest.upgrade(serve(lobby)).header(header, value);

      assertThatThrownBy(handshake::open)
          .isInstanceOfAny(UncheckedIOException.class, AssertionError.class);
      assertThat(lobby.report().connections()).isZero();
      stop();
    }
  }

  @Test
  void nothingButWebSocketsIsServed() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      URI rooms = URI.create(serve(lobby) + "/rooms");

      assertThat(RawRequest.of("POST", rooms).send().status()).isEqualTo(404);
      stop();
    }
  }

  @Test
  void aFrameWithoutMaskIsTaken() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client = RawWebSocket.to(serve(lobby))) {
      client.nextText();

      client.sendUnmasked(Frame.text(QUESTION));

      assertThat(client.nextText()).contains("unknownMessageType");
      stop();
    }
  }

  @Test
  void aFrameThatIsTooBigIsRefusedWhenItIsThere() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client = RawWebSocket.to(serve(lobby))) {
      client.send(Frame.text(new byte[lobby.limits().maxMessageBytes() + 1]));

      assertThat(client.closeCode()).isEqualTo(1009);
      client.awaitEnd();
      stop();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, Long.MAX_VALUE, Long.MIN_VALUE})
  void anImpossibleLengthIsRefusedWhenTheBufferIsFull(long length) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client = RawWebSocket.to(serve(lobby))) {
      client.sendBytes(Frame.headOfText(length));
      client.offerBytes(new byte[MOST_BUFFERED + 1]);

      assertThat(client.closeCode()).isIn(1002, 1011);
      client.awaitEnd();
      stop();
    }
  }
}
