package io.groovejet.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.ClientUpgradeRequest;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Browsers use the HTTP/2 connection they have for a WebSocket too, where a server lets them. */
class HttpTwoTest {

  private static final int PATIENCE_SECONDS = 10;

  private final Lobby lobby = Lobby.ofDefaults();
  private final Server server = new Server();
  private final ServerConnector connector =
      new ServerConnector(server, new HTTP2CServerConnectionFactory(new HttpConfiguration()));
  private HttpClient client; // set before each test

  @BeforeEach
  void start() throws Exception {
    ServletContextHandler context = new ServletContextHandler("/");
    JakartaWebSocketServletContainerInitializer.configure(
        context,
        (servlets, sockets) -> {
          LobbyMount.install(servlets, "/lobby", lobby);
          sockets.addEndpoint(LobbyEndpoint.at("/alone", lobby));
        });
    server.setHandler(context);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.start();
    ClientConnector sockets = new ClientConnector();
    HTTP2Client http2 = new HTTP2Client(sockets);
    client =
        new HttpClient(
            new HttpClientTransportDynamic(
                sockets, new ClientConnectionFactoryOverHTTP2.HTTP2(http2)));
    client.start();
  }

  @AfterEach
  void stop() throws Exception {
    client.stop();
    server.stop();
    lobby.close();
  }

  @Test
  void aPageOfTheSameHostMayConnectToTheFilter() throws Exception {
    assertThat(lastAnswerOf("/lobby")).contains("unknownMessageType");
  }

  @Test
  void aPageOfTheSameHostMayConnectToTheEndpointAlone() throws Exception {
    assertThat(lastAnswerOf("/alone")).contains("unknownMessageType");
  }

  @Test
  void aPageOfTheSameHostMayMakeARoom() throws Exception {
    int status =
        client
            .newRequest(origin() + "/lobby/rooms")
            .method("POST")
            .headers(headers -> headers.put("Origin", origin()))
            .send()
            .getStatus();

    assertThat(status).isEqualTo(201);
  }

  private String origin() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  /** Asks something. The identity may be lost: Jetty's client can miss what comes at once. */
  private String lastAnswerOf(String path) throws Exception {
    WebSocketClient sockets = new WebSocketClient(client);
    sockets.start();
    try {
      Ears ears = new Ears(new LinkedBlockingQueue<>());
      ClientUpgradeRequest handshake =
          new ClientUpgradeRequest(URI.create("ws://127.0.0.1:" + connector.getLocalPort() + path));
      handshake.setHeader("Origin", origin());
      Session session = sockets.connect(ears, handshake).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      session.sendText("{\"type\":\"what?\"}", Callback.NOOP);
      String heard = ears.next();
      return heard.contains("identity") ? ears.next() : heard;
    } finally {
      sockets.stop();
    }
  }

  /**
   * Keeps what it hears.
   *
   * @param heard the messages
   */
  public record Ears(BlockingQueue<String> heard) implements Session.Listener.AutoDemanding {

    private String next() throws InterruptedException {
      return String.valueOf(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void onWebSocketText(String message) {
      heard.add(message);
    }
  }
}
