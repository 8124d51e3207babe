package io.groovejet.netty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on Linux's own epoll. */
@EnabledIf("isAvailable")
class EpollTransportTest implements TransportContract, LingeringContract {

  private final NettyServer server =
      new NettyServer(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);

  static boolean isAvailable() {
    return Epoll.isAvailable();
  }

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
