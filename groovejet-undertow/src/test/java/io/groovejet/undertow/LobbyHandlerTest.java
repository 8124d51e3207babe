package io.groovejet.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LobbyHandlerTest {

  private final Lobby lobby = Lobby.ofDefaults();
  private final HttpHandler page =
      exchange -> exchange.getResponseSender().send("page " + exchange.getRelativePath());
  private final PathHandler paths = new PathHandler();
  private final Undertow server =
      Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(paths).build();

  @AfterEach
  void stop() {
    server.stop();
    lobby.close();
  }

  @Test
  void aPageMayLiveAtTheEndpoint() {
    URI lobbyUri = serve("/lobby", LobbyHandler.of(lobby, page));

    HttpReply endpoint = RawRequest.of("GET", lobbyUri).send();
    HttpReply script = RawRequest.of("GET", below(lobbyUri, "/app.js")).send();
    HttpReply room = RawRequest.of("POST", below(lobbyUri, "/rooms")).send();

    assertThat(endpoint.body()).isEqualTo("page ");
    assertThat(script.body()).isEqualTo("page /app.js");
    assertThat(room.status()).isEqualTo(201);
    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void nothingElseIsFoundBelowALobbyOfItsOwn() {
    URI lobbyUri = serve("/lobby", LobbyHandler.of(lobby));

    HttpReply script = RawRequest.of("GET", below(lobbyUri, "/app.js")).send();

    assertThat(script.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a/deep/place"})
  void aLobbyMayBeMountedAnywhere(String mount) {
    URI lobbyUri = serve(mount, LobbyHandler.of(lobby));

    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void nothingIsLeftOfAServerThatHasStopped() {
    LobbyHandler handler = LobbyHandler.of(lobby);
    URI lobbyUri = serve("/lobby", handler);
    RawWebSocket client = RawWebSocket.to(lobbyUri);
    assertThat(client.nextText()).contains("\"identity\"");
    assertThat(handler.threads()).isEqualTo(1);

    server.stop();

    client.awaitEnd();
    assertThat(handler.threads()).isZero();
  }

  private URI serve(String mount, HttpHandler handler) {
    paths.addPrefixPath(mount, handler);
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("ws://127.0.0.1:" + address.getPort() + mount);
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
