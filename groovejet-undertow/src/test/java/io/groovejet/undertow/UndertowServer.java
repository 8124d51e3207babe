package io.groovejet.undertow;

import io.groovejet.Lobby;
import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A server as the transport contract wants it: a lobby, and something beside it. */
final class UndertowServer {

  private @Nullable Undertow server; // while it runs

  /**
   * Starts it.
   *
   * @return its host and port
   */
  String start(Undertow.Builder listener, Lobby lobby) {
    PathHandler paths =
        new PathHandler()
            .addPrefixPath("/lobby", LobbyHandler.of(lobby))
            .addExactPath("/beside", exchange -> exchange.getResponseSender().send("beside"));
    Undertow started = listener.setHandler(paths).build();
    server = started;
    started.start();
    InetSocketAddress address = (InetSocketAddress) started.getListenerInfo().get(0).getAddress();
    return "127.0.0.1:" + address.getPort();
  }

  void stop() {
    if (server != null) {
      server.stop();
    }
  }
}
