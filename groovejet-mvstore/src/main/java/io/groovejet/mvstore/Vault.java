package io.groovejet.mvstore;

import io.groovejet.store.RoomStoreException;
import java.io.IOException;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The file: a change is in it when {@link #change} returns, or did not happen. */
final class Vault {

  private final MVStore store;
  private final Watermark watermark;
  private final boolean syncing;

  Vault(MVStore store, Watermark watermark, boolean syncing) {
    this.store = store;
    this.watermark = watermark;
    this.syncing = syncing;
  }

  MVMap<String, byte[]> map(String name) {
    return store.openMap(name);
  }

  /** Changes maps and writes the change to the file. One change at a time. */
  synchronized void change(Runnable action) {
    try {
      action.run();
      long version = store.commit();
      if (syncing) {
        store.sync();
      }
      if (version > 0) { // else there was nothing to write
        watermark.rise(version);
      }
    } catch (MVStoreException | IllegalStateException | IOException broken) {
      undo();
      throw new RoomStoreException("the lobby's file could not be written", broken);
    }
  }

  synchronized void close() {
    try {
      store.close();
      watermark.close();
    } catch (MVStoreException | IOException broken) {
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
