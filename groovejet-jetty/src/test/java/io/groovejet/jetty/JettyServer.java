package io.groovejet.jetty;

import io.groovejet.Lobby;
import io.groovejet.testkit.UntrustedTls;
import java.util.function.BiFunction;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A server as the transport contract wants it: a lobby, and something beside it. */
final class JettyServer {

  private final Server server = new Server();
  private final BiFunction<Server, ConnectionFactory[], ServerConnector> connectors;

  JettyServer(BiFunction<Server, ConnectionFactory[], ServerConnector> connectors) {
    this.connectors = connectors;
  }

  /** What speaks HTTP over TLS. */
  static ConnectionFactory[] tls() {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(UntrustedTls.context());
    HttpConfiguration anyHost = new HttpConfiguration();
    anyHost.addCustomizer(new SecureRequestCustomizer(false));
    ConnectionFactory http = new HttpConnectionFactory(anyHost);
    return new ConnectionFactory[] {new SslConnectionFactory(tls, http.getProtocol()), http};
  }

  /**
   * Starts it.
   *
   * @return its host and port
   */
  String start(Lobby lobby, ConnectionFactory... protocols) throws Exception {
    ServerConnector connector = connectors.apply(server, protocols);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Handler.Sequence(LobbyHandler.at("/lobby", lobby), new Beside()));
    server.start();
    return "127.0.0.1:" + connector.getLocalPort();
  }

  void stop() throws Exception {
    server.stop();
  }

  private static final class Beside extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (!Request.getPathInContext(request).equals("/beside")) {
        return false;
      }
      Content.Sink.write(response, true, "beside", callback);
      return true;
    }
  }
}
