package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.Lobby;
import io.groovejet.testkit.ClosingContract;
import io.groovejet.testkit.Frame;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import io.groovejet.testkit.TransportContract;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.Server;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tyrus on Grizzly, without servlets: the endpoint is the whole mount. What Tyrus does in its own
 * way stands below.
 */
class TyrusTransportTest implements TransportContract, HandshakesContract {

  private static final String NO_HTTP = "without servlets, nothing but WebSockets is served";
  private static final int MOST_BUFFERED = 512 * 1024;

  @TempDir Path files; // served beside
  private @Nullable TyrusServerContainer server; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    Files.writeString(files.resolve("beside"), "beside");
    Map<String, Object> properties =
        Map.of(
            Server.STATIC_CONTENT_ROOT,
            files.toString(),
            TyrusWebSocketEngine.INCOMING_BUFFER_SIZE,
            MOST_BUFFERED);
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
  @ValueSource(strings = {"http://evil.example", "http://127.0.0.1:1", "null"})
  @Override
  public void aForeignOriginIsRefusedBeforeThereIsASession(String origin) throws Exception {
    assertHungUp("Origin", origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "not base 64 at all!!"})
  @Override
  public void aHandshakeWithoutAProperKeyIsRefused(String key) throws Exception {
    assertHungUp("Sec-WebSocket-Key", key);
  }

  @Test
  @Override
  public void aMessageIsTooBigAsSoonAsItGrowsTooBig() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client = RawWebSocket.to(serve(lobby))) {
      client.send(Frame.text(new byte[lobby.limits().maxMessageBytes() + 1]));

      assertThat(client.closeCode()).as("Tyrus buffers whole frames").isEqualTo(1009);
      client.awaitEnd();
      stop();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, Long.MAX_VALUE, Long.MIN_VALUE})
  @Override
  public void anImpossibleLengthIsRefusedBeforeItsPayload(long length) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client = RawWebSocket.to(serve(lobby))) {
      client.sendBytes(TomcatTransportTest.frameHead(length));
      client.offerBytes(new byte[MOST_BUFFERED + 1]);

      assertThat(client.closeCode()).as("Tyrus buffers up to its limit").isIn(1002, 1011);
      client.awaitEnd();
      stop();
    }
  }

  @ParameterizedTest
  @MethodSource("maskedEndings")
  @Override
  public void anEndIsNoticedAndReportedOnce(Consumer<RawWebSocket> ending) throws Exception {
    TransportContract.super.anEndIsNoticedAndReportedOnce(ending);
  }

  static Stream<Named<Consumer<RawWebSocket>>> maskedEndings() {
    return ClosingContract.endings().filter(ending -> !ending.getName().equals("not masked"));
  }

  @Test
  @Disabled("Tyrus takes frames without a mask")
  @Override
  public void aFrameWithoutMaskIsRefused() {}

  @Test
  @Disabled("Tyrus queues what it answers to pings without bound")
  @Override
  public void answersToPingsDoNotPileUp() {}

  @Test
  @Disabled("Grizzly loses what comes in one packet with the handshake")
  @Override
  public void whatIsSentInOneBreathWithTheHandshakeIsHeard() {}

  @Test
  @Disabled("Tyrus keeps the TCP connection until the client reads; the lobby forgets it at once")
  @Override
  public void aClientThatDoesNotReadIsHungUpOnAndOthersAreServed() {}

  @Test
  @Disabled("a Jakarta endpoint has one path")
  @Override
  public void theEndpointMayEndInASlash() {}

  @Test
  @Disabled(NO_HTTP)
  @Override
  public void aPlainGetOfTheEndpointIsToldToUpgrade(String rest) {}

  @Test
  @Disabled(NO_HTTP)
  @Override
  public void aRoomIsMadeByPost() {}

  @Test
  @Disabled(NO_HTTP)
  @Override
  public void optionsAreAnsweredForOtherPages() {}

  @Test
  @Disabled(NO_HTTP)
  @Override
  public void otherMethodsAreNotAllowed() {}

  @Test
  @Disabled(NO_HTTP)
  @Override
  public void clientsOfTheOriginalServerFindEachOther() {}

  /** What the lobby refuses, Tyrus does not answer at all. */
  private void assertHungUp(String header, String value) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      RawRequest handshake = RawRequest.upgrade(serve(lobby)).header(header, value);

      assertThatThrownBy(handshake::send).isInstanceOf(UncheckedIOException.class);
      assertThat(lobby.report().connections()).isZero();
      stop();
    }
  }
}
