package io.groovejet.mvstore;

import io.groovejet.store.SnapshotStore;
import io.groovejet.testkit.SnapshotStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class StoredSnapshotMapTest implements SnapshotStoreContract {

  @TempDir Path folder;
  private final List<DurableStore> opened = new ArrayList<>();

  @Override
  public SnapshotStore open() {
    try {
      opened.add(DurableStore.open(folder.resolve("store" + opened.size())));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    return opened.get(opened.size() - 1).snapshots();
  }

  @Override
  public void close() {
    opened.forEach(DurableStore::close);
  }
}
