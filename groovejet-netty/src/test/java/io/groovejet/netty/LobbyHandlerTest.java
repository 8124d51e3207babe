package io.groovejet.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.net.URI;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LobbyHandlerTest {

  private final Lobby lobby = Lobby.ofDefaults();
  private final NettyServer server = NettyServer.onNio();

  @AfterEach
  void stop() throws Exception {
    server.stop();
    lobby.close();
  }

  @Test
  void theNextHandlerGetsTheRest() throws Exception {
    URI lobbyUri =
        serve("/lobby", pipeline -> pipeline.addLast(new TheRest("/lobby/app.js", "script")));

    assertThat(get(lobbyUri).status()).isEqualTo(426);
    assertThat(get(below(lobbyUri, "/app.js")).body()).isEqualTo("script");
    assertThat(RawRequest.of("POST", below(lobbyUri, "/rooms")).send().status()).isEqualTo(201);
    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void aFrontPageMayLiveAtTheEndpoint() throws Exception {
    URI lobbyUri = serve("/", pipeline -> pipeline.addLast(new TheRest("/", "page")));

    assertThat(get(lobbyUri).body()).isEqualTo("page");
    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lobby", "/lobby/", "/a/deep/place"})
  void aLobbyMayBeMountedAnywhere(String mount) throws Exception {
    URI lobbyUri = serve(mount, pipeline -> {});

    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void otherHandlersForHttpMayStandBetween() throws Exception {
    String address =
        server.start(
            pipeline ->
                pipeline.addLast(
                    new HttpServerCodec(),
                    new HttpServerKeepAliveHandler(),
                    new HttpObjectAggregator(1000),
                    new HttpContentCompressor(),
                    LobbyHandler.at("/lobby", lobby),
                    new TheRest("/beside", "beside")));
    URI lobbyUri = URI.create("ws://" + address + "/lobby");

    assertThat(RawRequest.of("POST", below(lobbyUri, "/rooms")).send().status()).isEqualTo(201);
    assertThat(get(lobbyUri.resolve("/beside")).body()).isEqualTo("beside");
    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void whatIsBehindLearnsOfTheEnd() throws Exception {
    EndOfChannel end = new EndOfChannel();
    URI lobbyUri = serve("/lobby", pipeline -> pipeline.addLast(end));

    identity(lobbyUri);

    assertThat(end.isToldSoon()).isTrue();
  }

  @Test
  void theBodyOfALobbysRequestReachesNobodyAndTheNextRequestIsServed() {
    EmbeddedChannel channel = channel();

    receives(channel, "POST /lobby/rooms HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n12");
    String first = sent(channel);
    receives(
        channel,
        "3POST /lobby/rooms HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
    String rest = sent(channel);

    assertThat(first).startsWith("HTTP/1.1 201 ");
    assertThat(rest).startsWith("HTTP/1.1 201 ").contains("HTTP/1.1 200 OK").endsWith("the rest");
    assertThat(channel.isOpen()).isTrue();
    assertThat(channel.finishAndReleaseAll()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /lobby/rooms HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "POST /lobby/rooms HTTP/1.0\r\nHost: a\r\n\r\n",
        "POST /lobby/rooms HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n",
        "POST /lobby/rooms HTTP/1.1\r\n\r\n",
      })
  void aRequestThatIsToBeTheLastOneIs(String request) {
    EmbeddedChannel channel = channel();

    receives(channel, request);

    assertThat(sent(channel)).containsIgnoringCase("connection: close");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void whoAsksOnWhileAnswersWaitIsCutOff() {
    EmbeddedChannel channel = channel();
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);

    receives(channel, "GET /lobby/rooms HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(sent(channel)).isEmpty();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aClientIsReadInTurns() {
    EmbeddedChannel channel = channel();
    channel.config().setRecvByteBufAllocator(new FixedRecvByteBufAllocator(64 * 1024));
    channel.pipeline().replace(LobbyHandler.class, "lobby", LobbyHandler.at("/lobby", lobby));
    RecvByteBufAllocator reads = channel.config().getRecvByteBufAllocator();
    var handle = reads.newHandle();
    assertThat(handle.guess()).isEqualTo(64 * 1024);

    String upgrade =
        """
        GET /lobby HTTP/1.1
        Host: a
        Upgrade: websocket
        Connection: upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

        """;
    receives(channel, upgrade.replace("\n", "\r\n"));

    assertThat(handle.guess()).isEqualTo(4 * 1024);
    assertThat(handle.continueReading()).isFalse();
    channel.finishAndReleaseAll();
  }

  @Test
  void aCodecComesFirst() {
    EmbeddedChannel channel = new EmbeddedChannel();

    channel.pipeline().addLast(LobbyHandler.at("/lobby", lobby));

    assertThatThrownBy(channel::checkException)
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .rootCause()
        .hasMessageContaining("HttpServerCodec");
  }

  private URI serve(String mount, Consumer<ChannelPipeline> more) throws Exception {
    String address =
        server.start(
            pipeline -> {
              pipeline.addLast(new HttpServerCodec(), LobbyHandler.at(mount, lobby));
              more.accept(pipeline);
            });
    return URI.create("ws://" + address + mount);
  }

  private EmbeddedChannel channel() {
    return new EmbeddedChannel(
        new HttpServerCodec(), LobbyHandler.at("/lobby", lobby), new TheRest("/b", "the rest"));
  }

  private static void receives(EmbeddedChannel channel, String bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes, UTF_8));
  }

  /** All that was sent since it was last asked. */
  private static String sent(EmbeddedChannel channel) {
    StringBuilder all = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      all.append(part.toString(UTF_8));
      part.release();
    }
    return all.toString();
  }

  private static HttpReply get(URI uri) {
    return RawRequest.of("GET", uri).send();
  }

  private static URI below(URI uri, String path) {
    return URI.create(uri + path);
  }

  private static String identity(URI endpoint) {
    try (RawWebSocket client = RawWebSocket.to(endpoint)) {
      return client.nextText();
    }
  }
}
