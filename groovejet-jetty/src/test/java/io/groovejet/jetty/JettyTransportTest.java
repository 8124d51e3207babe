package io.groovejet.jetty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import java.net.URI;
import org.eclipse.jetty.server.HttpConnectionFactory;

class JettyTransportTest implements TransportContract, LingeringContract {

  private final JettyServer server = new JettyServer(LobbyConnector::new);

  @Override
  public URI serve(Lobby lobby) throws Exception {
    return URI.create("ws://" + server.start(lobby, new HttpConnectionFactory()) + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
