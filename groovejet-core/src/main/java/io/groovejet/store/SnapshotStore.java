package io.groovejet.store;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import java.util.Optional;

/**
 * Where the bytes of snapshots are kept. Their headers are in the room: bytes are stored before the
 * header that names them, and forgotten after it.
 *
 * <p>Threads: any, at the same time. A call may block only if the lobby was given an executor for
 * the store. A store that does not answer, or is full, throws {@link RoomStoreException}, with
 * nothing changed.
 */
public interface SnapshotStore {

  /**
   * Keeps a snapshot; when this returns it is there, as far as the store promises.
   *
   * @return the name of these bytes, never given before and never again
   */
  long put(RoomCode room, Json snapshot);

  /** The bytes of that name, empty when they are not or no longer there. */
  Optional<Json> get(RoomCode room, long blob);

  /** Forgets the bytes of that name; nothing happens when they are not there. */
  void remove(RoomCode room, long blob);

  /** How many bytes of snapshots are kept. */
  long sizeBytes();
}
