package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyListener;
import java.util.function.Consumer;

/** A lobby that tells a backend who joins, and how long a room was without host. */
final class ListenToIt {

  private ListenToIt() {}

  static Lobby start(Consumer<String> log) {
    LobbyListener listener =
        new LobbyListener() {
          @Override
          public void clientJoined(ClientJoined event) {
            log.accept(event.client() + " joined");
          }

          @Override
          public void hostMigrated(HostMigrated event) {
            log.accept(event.host() + " is host after " + event.without().toMillis() + " ms");
          }
        };
    return Lobby.builder().listener(listener).build();
  }
}
