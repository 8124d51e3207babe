package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.LobbyBuilder;
import io.groovejet.mvstore.DurableStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lobby of the example server and the file it keeps its rooms in, if it does.
 *
 * @param lobby the lobby
 * @param store the file, empty when rooms are kept in memory
 */
record KeptLobby(Lobby lobby, Optional<DurableStore> store) implements AutoCloseable {

  /** A lobby that keeps its rooms in {@code folder}, empty for nowhere. */
  static KeptLobby of(LobbyBuilder builder, Optional<Path> folder) throws BadOptionException {
    if (folder.isEmpty()) {
      return new KeptLobby(builder.build(), Optional.empty());
    }
    DurableStore store = opened(folder.get());
    builder.store(store.rooms()).snapshots(store.snapshots()).tokenKey(store.tokenKey());
    return new KeptLobby(builder.build(), Optional.of(store));
  }

  @Override
  public void close() {
    lobby.close();
    store.ifPresent(DurableStore::close);
  }

  private static DurableStore opened(Path folder) throws BadOptionException {
    try {
      return DurableStore.open(folder);
    } catch (IOException unusable) {
      throw new BadOptionException(Option.DATA_DIR.wording() + ": " + unusable.getMessage());
    }
  }
}
