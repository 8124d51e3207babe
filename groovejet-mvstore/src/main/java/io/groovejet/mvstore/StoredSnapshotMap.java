package io.groovejet.mvstore;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.SnapshotStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVMap;

/** Snapshots in the file, within a budget. */
final class StoredSnapshotMap implements SnapshotStore {

  static final long DEFAULT_BUDGET = 1024L * 1024 * 1024;

  private static final String LAST = "lastBlob";

  private final Vault vault;
  private final MVMap<String, byte[]> stored;
  private final MVMap<String, byte[]> numbers;
  private final AtomicLong bytes = new AtomicLong();
  private final long budget;

  StoredSnapshotMap(Vault vault, long budget) {
    this.vault = vault;
    this.stored = vault.map("snapshots");
    this.numbers = vault.map("numbers");
    this.budget = budget;
    stored.forEach((name, value) -> bytes.addAndGet(Seal.opened(value).length));
  }

  @Override
  public long put(RoomCode room, Json snapshot) {
    byte[] value = snapshot.text().getBytes(StandardCharsets.UTF_8);
    if (bytes.addAndGet(value.length) > budget) {
      bytes.addAndGet(-value.length);
      throw new RoomStoreException("the budget of " + budget + " bytes for snapshots is used up");
    }
    long[] blob = new long[1];
    try {
      vault.change(
          () -> {
            blob[0] = nextBlob();
            stored.put(Long.toString(blob[0]), Seal.on(value));
          });
    } catch (RoomStoreException broken) {
      bytes.addAndGet(-value.length);
      throw broken;
    }
    return blob[0];
  }

  @Override
  public Optional<Json> get(RoomCode room, long blob) {
    byte[] value = stored.get(Long.toString(blob));
    return value == null ? Optional.empty() : Optional.of(json(Seal.opened(value)));
  }

  @Override
  public void remove(RoomCode room, long blob) {
    remove(Long.toString(blob));
  }

  @Override
  public long sizeBytes() {
    return bytes.get();
  }

  /** Forgets what no room knows of: bytes whose header was never written. */
  void keepOnly(Set<Long> known) {
    List<String> orphans =
        stored.keySet().stream().filter(name -> !known.contains(Long.parseLong(name))).toList();
    orphans.forEach(this::remove);
  }

  private void remove(String name) {
    byte[][] removed = new byte[1][];
    vault.change(() -> removed[0] = stored.remove(name));
    if (removed[0] != null) {
      bytes.addAndGet(-Seal.opened(removed[0]).length);
    }
  }

  private static Json json(byte[] value) {
    return Json.slice(value, 0, value.length);
  }

  private long nextBlob() {
    byte[] last = numbers.get(LAST);
    long next = last == null ? 1 : Long.parseLong(new String(last, StandardCharsets.UTF_8)) + 1;
    numbers.put(LAST, Long.toString(next).getBytes(StandardCharsets.UTF_8));
    return next;
  }
}
