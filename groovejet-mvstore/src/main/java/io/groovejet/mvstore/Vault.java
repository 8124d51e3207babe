package io.groovejet.mvstore;

import io.groovejet.store.RoomStoreException;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The file: a change is in it when {@link #change} returns, or did not happen. */
final class Vault {

  private final MVStore store;
  private final boolean syncing;

  Vault(MVStore store, boolean syncing) {
    this.store = store;
    this.syncing = syncing;
  }

  MVMap<String, byte[]> map(String name) {
    return store.openMap(name);
  }

  /** Changes maps and writes the change to the file. One change at a time. */
  synchronized void change(Runnable action) {
    try {
      action.run();
      store.commit();
      if (syncing) {
        store.sync();
      }
    } catch (MVStoreException | IllegalStateException broken) {
      undo();
      throw new RoomStoreException("the lobby's file could not be written", broken);
    }
  }

  synchronized void close() {
    try {
      store.close();
    } catch (MVStoreException broken) {
      store.closeImmediately();
    }
  }

  private void undo() {
    try {
      store.rollback();
    } catch (MVStoreException | IllegalStateException closed) {
      store.closeImmediately();
    }
  }
}
