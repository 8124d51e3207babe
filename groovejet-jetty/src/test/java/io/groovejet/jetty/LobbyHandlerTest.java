package io.groovejet.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import java.net.URI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LobbyHandlerTest {

  private final Lobby lobby = Lobby.ofDefaults();
  private final Server server = new Server();

  @AfterEach
  void stop() throws Exception {
    server.stop();
    lobby.close();
  }

  @Test
  void aPageMayLiveAtTheEndpoint() throws Exception {
    LobbyHandler handler = LobbyHandler.at("/lobby", lobby);
    handler.setHandler(new Page());
    URI lobbyUri = serve(handler, "/lobby");

    HttpReply endpoint = RawRequest.of("GET", lobbyUri).send();
    HttpReply script = RawRequest.of("GET", below(lobbyUri, "/app.js")).send();
    HttpReply room = RawRequest.of("POST", below(lobbyUri, "/rooms")).send();

    assertThat(endpoint.body()).isEqualTo("page /lobby");
    assertThat(script.body()).isEqualTo("page /lobby/app.js");
    assertThat(room.status()).isEqualTo(201);
    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void theNextHandlerOfASequenceGetsTheRest() throws Exception {
    Handler pages = new Page();
    URI lobbyUri = serve(new Handler.Sequence(LobbyHandler.at("/lobby", lobby), pages), "/lobby");

    HttpReply endpoint = RawRequest.of("GET", lobbyUri).send();
    HttpReply script = RawRequest.of("GET", below(lobbyUri, "/app.js")).send();
    HttpReply sibling = RawRequest.of("GET", below(lobbyUri, "-by")).send();

    assertThat(endpoint.status()).isEqualTo(426);
    assertThat(script.body()).isEqualTo("page /lobby/app.js");
    assertThat(sibling.body()).isEqualTo("page /lobby-by");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/lobby", "/lobby/", "/a/deep/place"})
  void aLobbyMayBeMountedAnywhere(String mount) throws Exception {
    URI lobbyUri = serve(LobbyHandler.at(mount, lobby), mount);

    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void aLobbyMayBeMountedInAContext() throws Exception {
    URI lobbyUri =
        serve(new ContextHandler(LobbyHandler.at("/lobby", lobby), "/game"), "/game/lobby");

    assertThat(identity(lobbyUri)).contains("\"identity\"");
  }

  @Test
  void aPathStartsWithASlash() {
    assertThatThrownBy(() -> LobbyHandler.at("lobby", lobby))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lobby");
  }

  private URI serve(Handler handler, String path) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + path);
  }

  private static URI below(URI uri, String path) {
    return URI.create(uri + path);
  }

  private static String identity(URI endpoint) {
    try (RawWebSocket client = RawWebSocket.to(endpoint)) {
      return client.nextText();
    }
  }

  private static final class Page extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Content.Sink.write(response, true, "page " + request.getHttpURI().getPath(), callback);
      return true;
    }
  }
}
