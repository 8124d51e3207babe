package io.groovejet.mvstore;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.room.SnapshotHeader;
import io.groovejet.store.RoomStore;
import io.groovejet.store.StoredRooms;
import io.groovejet.store.Versioned;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;

/** Rooms in the file, and all of them in memory too: reading never touches the file. */
final class StoredRoomMap implements RoomStore {

  private static final String VERSIONS = "versions";
  private static final long RESERVED = 1L << 20;

  private final Vault vault;
  private final MVMap<String, byte[]> stored;
  private final MVMap<String, byte[]> numbers;
  private final ConcurrentMap<RoomCode, Versioned<Room>> rooms = new ConcurrentHashMap<>();
  private long version; // guarded by the vault's changes
  private long reserved; // versions below are written off in the file

  StoredRoomMap(Vault vault) {
    this.vault = vault;
    this.stored = vault.map("rooms");
    this.numbers = vault.map("numbers");
    byte[] last = numbers.get(VERSIONS);
    this.version = last == null ? 0 : ByteBuffer.wrap(last).getLong();
    this.reserved = version;
    vault.change(this::reserve);
    stored.forEach((code, value) -> keep(StoredRooms.read(Seal.opened(value))));
  }

  @Override
  public Optional<Versioned<Room>> find(RoomCode code) {
    return Optional.ofNullable(rooms.get(code));
  }

  @Override
  public boolean create(Room room) {
    boolean[] created = new boolean[1];
    rooms.computeIfAbsent(
        room.code(),
        code -> {
          created[0] = true;
          return written(room);
        });
    return created[0];
  }

  @Override
  public boolean replace(Versioned<Room> seen, Room next) {
    boolean[] replaced = new boolean[1];
    rooms.computeIfPresent(
        next.code(),
        (code, held) -> {
          replaced[0] = held.version() == seen.version();
          return replaced[0] ? written(next) : held;
        });
    return replaced[0];
  }

  @Override
  public boolean remove(Versioned<Room> seen) {
    boolean[] removed = new boolean[1];
    rooms.computeIfPresent(
        seen.value().code(),
        (code, held) -> {
          removed[0] = held.version() == seen.version();
          if (removed[0]) {
            vault.change(() -> stored.remove(code.value()));
          }
          return removed[0] ? null : held;
        });
    return removed[0];
  }

  @Override
  public long count() {
    return rooms.size();
  }

  @Override
  public List<RoomCode> codes() {
    return List.copyOf(rooms.keySet());
  }

  /** The names of all snapshots that rooms know of. */
  Set<Long> blobs() {
    return rooms.values().stream()
        .flatMap(room -> room.value().snapshots().headers().stream())
        .map(SnapshotHeader::blob)
        .collect(Collectors.toSet());
  }

  private void keep(Room room) {
    rooms.put(room.code(), new Versioned<>(room, ++version));
  }

  private Versioned<Room> written(Room room) {
    byte[] bytes = Seal.on(StoredRooms.write(room));
    long[] issued = new long[1];
    vault.change(
        () -> {
          issued[0] = nextVersion();
          stored.put(room.code().value(), bytes);
        });
    return new Versioned<>(room, issued[0]);
  }

  /** A version that was never issued, not even before a restart. */
  private long nextVersion() {
    if (version >= reserved) {
      reserve();
    }
    return ++version;
  }

  private void reserve() {
    reserved = version + RESERVED;
    numbers.put(VERSIONS, ByteBuffer.allocate(Long.BYTES).putLong(reserved).array());
  }
}
