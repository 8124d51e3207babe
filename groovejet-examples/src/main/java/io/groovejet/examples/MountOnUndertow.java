package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.undertow.LobbyHandler;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;

/** A lobby at {@code /lobby} of an Undertow server that does something else besides. */
final class MountOnUndertow {

  private MountOnUndertow() {}

  static Undertow start(int port, Lobby lobby, HttpHandler theRest) {
    Undertow server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setHandler(Handlers.path(theRest).addPrefixPath("/lobby", LobbyHandler.of(lobby)))
            .build();
    server.start();
    return server;
  }
}
