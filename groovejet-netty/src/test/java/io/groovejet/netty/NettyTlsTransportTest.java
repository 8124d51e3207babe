package io.groovejet.netty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.groovejet.testkit.UntrustedTls;
import io.netty.channel.ChannelHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import javax.net.ssl.SSLEngine;

class NettyTlsTransportTest implements TransportContract, LingeringContract {

  private final NettyServer server =
      new NettyServer(NioIoHandler.newFactory(), NioServerSocketChannel.class);

  @Override
  public URI serve(Lobby lobby) throws Exception {
    return URI.create("wss://" + server.start(lobby, channel -> tls()) + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }

  private static ChannelHandler[] tls() {
    SSLEngine engine = UntrustedTls.context().createSSLEngine();
    engine.setUseClientMode(false);
    return new ChannelHandler[] {new SslHandler(engine)};
  }
}
