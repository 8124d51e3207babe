package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.LobbyLog;

/** A lobby that logs what happens, one line an event. */
final class LogIt {

  private LogIt() {}

  static Lobby lobby() {
    return Lobby.builder().listener(LobbyLog.ofDefaults()).build();
  }
}
