package io.groovejet.undertow;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.groovejet.testkit.UntrustedTls;
import io.undertow.Undertow;
import java.net.URI;
import java.util.Set;

class UndertowTlsTransportTest implements TransportContract, LingeringContract {

  private final UndertowServer server = new UndertowServer();

  @Override
  public URI serve(Lobby lobby) {
    Undertow.Builder listener =
        Undertow.builder().addHttpsListener(0, "127.0.0.1", UntrustedTls.context());
    return URI.create("wss://" + server.start(listener, lobby) + "/lobby");
  }

  @Override
  public Set<String> ways() {
    return Set.of("decodes-queries", "any-version", "long-headers");
  }

  @Override
  public void stop() {
    server.stop();
  }
}
