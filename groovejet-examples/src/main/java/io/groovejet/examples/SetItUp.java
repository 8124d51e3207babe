package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.LobbyBuilder;
import io.groovejet.guard.Limits;
import io.groovejet.guard.OriginPolicy;
import io.groovejet.guard.TrustedProxies;
import io.groovejet.room.RoomTimers;
import java.time.Duration;
import java.util.List;

/** A lobby that differs from the defaults. */
final class SetItUp {

  private SetItUp() {}

  static Lobby lobby() {
    return Lobby.builder()
        .timers(RoomTimers.ofDefaults().withHostGrace(Duration.ofSeconds(5)))
        .limits(Limits.ofDefaults().withMaxClients(8))
        .origins(OriginPolicy.listed(List.of("https://game.example")))
        .build();
  }

  static void replaceTheKey(LobbyBuilder builder, byte[] newKey, byte[] oldKey) {
    builder.tokenKeys(newKey, oldKey);
  }

  static void trustTheProxyOnThisMachine(LobbyBuilder builder) {
    builder.trustedProxies(TrustedProxies.of("127.0.0.1", "::1"));
  }
}
