package io.groovejet.store;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import java.util.List;
import java.util.Optional;

/**
 * Where rooms are kept. Every write names what it expects to find and is refused, not merged,
 * otherwise.
 *
 * <p>Threads: any, at the same time. A call may block only if the lobby was given an executor for
 * the store. A store that does not answer throws {@link RoomStoreException}; after it the write may
 * or may not have happened.
 */
public interface RoomStore {

  /** The room with that code, empty when there is none. */
  Optional<Versioned<Room>> find(RoomCode code);

  /** Adds a room; false, and nothing changed, when its code is taken. */
  boolean create(Room room);

  /** Replaces a room; false, and nothing changed, when {@code seen} is not the latest version. */
  boolean replace(Versioned<Room> seen, Room next);

  /** Removes a room; false, and nothing changed, when {@code seen} is not the latest version. */
  boolean remove(Versioned<Room> seen);

  /** How many rooms there are; may be an estimate while others write. */
  long count();

  /**
   * Whether other lobbies use the store at the same time. If not, a lobby that is built takes every
   * connection it finds there as lost.
   */
  default boolean isShared() {
    return false;
  }

  /** The codes of all rooms; may miss or hold rooms that come or go meanwhile. */
  List<RoomCode> codes();
}
