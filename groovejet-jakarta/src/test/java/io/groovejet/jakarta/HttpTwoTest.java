package io.groovejet.jakarta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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
  private final HTTP2Client client = new HTTP2Client();

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
    Ears ears = connect("/lobby", "http://" + authority());

    assertThat(ears.next()).isEqualTo("200");
    assertThat(ears.next()).contains("identity");
  }

  @Test
  void aPageOfTheSameHostMayConnectToTheEndpointAlone() throws Exception {
    Ears ears = connect("/alone", "http://" + authority());

    assertThat(ears.next()).isEqualTo("200");
    assertThat(ears.next()).contains("identity");
  }

  @Test
  void aPageOfAnotherHostMayNotConnect() throws Exception {
    Ears ears = connect("/lobby", "http://evil.example");

    assertThat(ears.next()).isEqualTo("403");
  }

  @Test
  void aPageOfTheSameHostMayMakeARoom() throws Exception {
    HttpFields.Mutable fields = HttpFields.build().put("origin", "http://" + authority());
    HttpURI uri = HttpURI.from("http://" + authority() + "/lobby/rooms");

    Ears ears = send(new MetaData.Request("POST", uri, HttpVersion.HTTP_2, fields), true);

    assertThat(ears.next()).isEqualTo("201");
  }

  private String authority() {
    return "127.0.0.1:" + connector.getLocalPort();
  }

  /** RFC 8441 section 4. */
  private Ears connect(String path, String origin) throws Exception {
    HttpFields.Mutable fields =
        HttpFields.build().put("sec-websocket-version", "13").put("origin", origin);
    HostPortHttpField authority = new HostPortHttpField(authority());
    return send(
        new MetaData.ConnectRequest(HttpScheme.HTTP, authority, path, fields, "websocket"), false);
  }

  private Ears send(MetaData.Request request, boolean complete) throws Exception {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    Session session =
        client.connect(address, new Session.Listener() {}).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Ears ears = new Ears(new LinkedBlockingQueue<>());
    session
        .newStream(new HeadersFrame(request, null, complete), ears)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return ears;
  }

  /**
   * Keeps what it hears.
   *
   * @param heard the status, then what came at once
   */
  private record Ears(BlockingQueue<String> heard) implements Stream.Listener {

    private String next() throws InterruptedException {
      return String.valueOf(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void onHeaders(Stream stream, HeadersFrame frame) {
      heard.add(String.valueOf(((MetaData.Response) frame.getMetaData()).getStatus()));
      stream.demand();
    }

    @Override
    public void onDataAvailable(Stream stream) {
      Stream.Data data = stream.readData();
      if (data != null) {
        heard.add(UTF_8.decode(data.frame().getByteBuffer()).toString());
        data.release();
      }
    }
  }
}
