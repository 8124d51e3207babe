package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.mvstore.DurableStore;

/** A lobby whose rooms, seats and snapshots outlive it. */
final class KeepOnDisk {

  private KeepOnDisk() {}

  /** Goes on with what {@code store} has kept; to be closed before the store is. */
  static Lobby lobby(DurableStore store) {
    return Lobby.builder()
        .store(store.rooms())
        .snapshots(store.snapshots())
        .tokenKey(store.tokenKey())
        .build();
  }
}
