package io.groovejet.jetty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import java.net.URI;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty as it comes. */
class PlainConnectorTransportTest implements TransportContract, LingeringContract {

  private final JettyServer server = new JettyServer(ServerConnector::new);

  @Override
  public URI serve(Lobby lobby) throws Exception {
    return URI.create("ws://" + server.start(lobby, new HttpConnectionFactory()) + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
