package io.groovejet.spring;

import io.groovejet.Lobby;
import io.groovejet.LobbyReport;
import java.util.Map;

/** What the health of a lobby tells beside that it is up. */
final class HealthDetails {

  private HealthDetails() {}

  /** Fails if the lobby's store does not answer. */
  static Map<String, Long> of(Lobby lobby) {
    LobbyReport report = lobby.report();
    return Map.of(
        "rooms", report.rooms(),
        "connections", (long) report.connections(),
        "queuedBytes", report.waitingBytes());
  }
}
