package io.groovejet.store;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps rooms in this process; they end with it. Never blocks, really compares. */
public final class InMemoryRoomStore implements RoomStore {

  private final ConcurrentMap<RoomCode, Versioned<Room>> rooms = new ConcurrentHashMap<>();
  private final AtomicLong versions = new AtomicLong();

  /** An empty store. */
  public InMemoryRoomStore() {}

  @Override
  public Optional<Versioned<Room>> find(RoomCode code) {
    return Optional.ofNullable(rooms.get(code));
  }

  @Override
  public boolean create(Room room) {
    return rooms.putIfAbsent(room.code(), next(room)) == null;
  }

  @Override
  public boolean replace(Versioned<Room> seen, Room next) {
    Versioned<Room> written = next(next);
    Versioned<Room> now =
        rooms.computeIfPresent(
            next.code(), (code, held) -> held.version() == seen.version() ? written : held);
    return now != null && now.version() == written.version();
  }

  @Override
  public boolean remove(Versioned<Room> seen) {
    RoomCode code = seen.value().code();
    Versioned<Room> held = rooms.get(code);
    return held != null && held.version() == seen.version() && rooms.remove(code, held);
  }

  @Override
  public long count() {
    return rooms.size();
  }

  @Override
  public List<RoomCode> codes() {
    return List.copyOf(rooms.keySet());
  }

  private Versioned<Room> next(Room room) {
    return new Versioned<>(room, versions.incrementAndGet());
  }
}
