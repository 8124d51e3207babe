package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.guard.Limits;
import io.groovejet.guard.OriginPolicy;
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
}
