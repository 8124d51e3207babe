package io.groovejet.netty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import java.net.URI;

class NettyTransportTest implements TransportContract, LingeringContract {

  private final NettyServer server = NettyServer.onNio();

  @Override
  public URI serve(Lobby lobby) throws Exception {
    return URI.create(
        "ws://" + server.start(pipeline -> NettyServer.mount(pipeline, lobby)) + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
