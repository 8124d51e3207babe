package io.groovejet.jetty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import java.net.URI;

class JettyTlsTransportTest implements TransportContract, LingeringContract {

  private final JettyServer server = new JettyServer(LobbyConnector::new);

  @Override
  public URI serve(Lobby lobby) throws Exception {
    return URI.create("wss://" + server.start(lobby, JettyServer.tls()) + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
