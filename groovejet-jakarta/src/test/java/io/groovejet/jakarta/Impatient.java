package io.groovejet.jakarta;

import io.groovejet.Lobby;
import java.time.Duration;

/** A lobby in a filter that waits less long for bodies, so that tests do. */
final class Impatient {

  private Impatient() {}

  static LobbyFilter filter(String path, Lobby lobby) {
    return new LobbyFilter(path, lobby, () -> {}, Duration.ofSeconds(1));
  }
}
