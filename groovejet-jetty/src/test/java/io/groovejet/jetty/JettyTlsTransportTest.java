package io.groovejet.jetty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.groovejet.testkit.UntrustedTls;
import java.net.URI;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

class JettyTlsTransportTest implements TransportContract, LingeringContract {

  private final JettyServer server = new JettyServer(LobbyConnector::new);

  @Override
  public URI serve(Lobby lobby) throws Exception {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(UntrustedTls.context());
    HttpConfiguration anyHost = new HttpConfiguration();
    anyHost.addCustomizer(new SecureRequestCustomizer(false));
    ConnectionFactory http = new HttpConnectionFactory(anyHost);
    String address = server.start(lobby, new SslConnectionFactory(tls, http.getProtocol()), http);
    return URI.create("wss://" + address + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
