package io.groovejet.netty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.netty.channel.ChannelHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.URI;

class NettyTransportTest implements TransportContract, LingeringContract {

  private final NettyServer server =
      new NettyServer(NioIoHandler.newFactory(), NioServerSocketChannel.class);

  @Override
  public URI serve(Lobby lobby) throws Exception {
    return URI.create("ws://" + server.start(lobby, channel -> new ChannelHandler[0]) + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
