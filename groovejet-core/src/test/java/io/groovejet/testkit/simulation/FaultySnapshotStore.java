package io.groovejet.testkit.simulation;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.store.InMemorySnapshotStore;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.SnapshotStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store in memory that fails when it is told to. For one thread. */
public final class FaultySnapshotStore implements SnapshotStore {

  private static final long BUDGET = 1 << 20;

  private final SnapshotStore snapshots = new InMemorySnapshotStore(BUDGET);
  private final Map<Long, RoomCode> kept = new HashMap<>();
  private boolean fails; // the next put or get

  /** An empty store. */
  public FaultySnapshotStore() {}

  /** The next snapshot is neither kept nor found. */
  public void failsNext() {
    fails = true;
  }

  /** Whether nothing is about to go wrong. */
  boolean isWell() {
    return !fails;
  }

  /** Nothing goes wrong any more. */
  void isBack() {
    fails = false;
  }

  /** It is opened again by another server: what no room names is forgotten. */
  void isOpenedAgain(Set<Long> named) {
    Map.copyOf(kept).forEach((blob, room) -> forgetUnless(named.contains(blob), room, blob));
  }

  private void forgetUnless(boolean named, RoomCode room, long blob) {
    if (!named) {
      remove(room, blob);
    }
  }

  @Override
  public long put(RoomCode room, Json snapshot) {
    long blob = answering().put(room, snapshot);
    kept.put(blob, room);
    return blob;
  }

  @Override
  public Optional<Json> get(RoomCode room, long blob) {
    return answering().get(room, blob);
  }

  @Override
  public void remove(RoomCode room, long blob) {
    snapshots.remove(room, blob);
    kept.remove(blob);
  }

  @Override
  public long sizeBytes() {
    return snapshots.sizeBytes();
  }

  private SnapshotStore answering() {
    boolean failing = fails;
    fails = false;
    if (failing) {
      throw new RoomStoreException("the store for snapshots is down");
    }
    return snapshots;
  }
}
