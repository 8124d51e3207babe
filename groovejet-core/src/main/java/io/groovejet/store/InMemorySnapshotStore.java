package io.groovejet.store;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps snapshots in this process, within a budget; they end with it. Never blocks. */
public final class InMemorySnapshotStore implements SnapshotStore {

  private static final long MOST = 256L * 1024 * 1024;
  private static final int PART_OF_HEAP = 4;

  private final ConcurrentMap<Name, Json> blobs = new ConcurrentHashMap<>();
  private final AtomicLong names = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final long budget;

  private record Name(RoomCode room, long blob) {}

  /**
   * An empty store.
   *
   * @param budget how many bytes it keeps at most
   */
  public InMemorySnapshotStore(long budget) {
    this.budget = budget;
  }

  /** An empty store of 256 MiB at most, less where that is more than a quarter of the heap. */
  public static InMemorySnapshotStore ofDefaults() {
    return new InMemorySnapshotStore(
        Math.min(MOST, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
  }

  @Override
  public long put(RoomCode room, Json snapshot) {
    if (bytes.addAndGet(snapshot.size()) > budget) {
      bytes.addAndGet(-snapshot.size());
      throw new RoomStoreException("the budget of " + budget + " bytes for snapshots is used up");
    }
    long blob = names.incrementAndGet();
    blobs.put(new Name(room, blob), snapshot.detached());
    return blob;
  }

  @Override
  public Optional<Json> get(RoomCode room, long blob) {
    return Optional.ofNullable(blobs.get(new Name(room, blob)));
  }

  @Override
  public void remove(RoomCode room, long blob) {
    Json removed = blobs.remove(new Name(room, blob));
    if (removed != null) {
      bytes.addAndGet(-removed.size());
    }
  }

  @Override
  public long sizeBytes() {
    return bytes.get();
  }
}
