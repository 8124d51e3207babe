package io.groovejet.netty;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.groovejet.testkit.UntrustedTls;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import javax.net.ssl.SSLEngine;

class NettyTlsTransportTest implements TransportContract, LingeringContract {

  private final NettyServer server = NettyServer.onNio();

  @Override
  public URI serve(Lobby lobby) throws Exception {
    String address =
        server.start(
            pipeline -> {
              pipeline.addLast(new SslHandler(engine()));
              NettyServer.mount(pipeline, lobby);
            });
    return URI.create("wss://" + address + "/lobby");
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }

  private static SSLEngine engine() {
    SSLEngine engine = UntrustedTls.context().createSSLEngine();
    engine.setUseClientMode(false);
    return engine;
  }
}
