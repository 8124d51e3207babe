package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.jetty.LobbyHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;

/** A lobby at {@code /lobby} of a Jetty server that does something else besides. */
final class MountOnJetty {

  private MountOnJetty() {}

  static Server start(int port, Lobby lobby, Handler theRest) throws Exception {
    Server server = new Server(port);
    server.setHandler(new Handler.Sequence(LobbyHandler.at("/lobby", lobby), theRest));
    server.start();
    return server;
  }
}
