package io.groovejet.undertow;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.undertow.Undertow;
import java.net.URI;
import java.util.Set;

class UndertowTransportTest implements TransportContract, LingeringContract {

  private final UndertowServer server = new UndertowServer();

  @Override
  public URI serve(Lobby lobby) {
    Undertow.Builder listener = Undertow.builder().addHttpListener(0, "127.0.0.1");
    return URI.create("ws://" + server.start(listener, lobby) + "/lobby");
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
