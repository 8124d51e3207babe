package io.groovejet.undertow;

import io.groovejet.Lobby;
import io.groovejet.testkit.DecodedQueryContract;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.undertow.Undertow;
import java.net.URI;

class UndertowTransportTest implements TransportContract, LingeringContract, DecodedQueryContract {

  private final UndertowServer server = new UndertowServer();

  @Override
  public URI serve(Lobby lobby) {
    Undertow.Builder listener = Undertow.builder().addHttpListener(0, "127.0.0.1");
    return URI.create("ws://" + server.start(listener, lobby) + "/lobby");
  }

  @Override
  public void stop() {
    server.stop();
  }
}
