package io.groovejet.store;

import io.groovejet.codec.RoomText;
import io.groovejet.room.Room;

/** Rooms as bytes, for stores that keep them outside of this process. */
public final class StoredRooms {

  /** The version of the form that is written, to be kept beside the rooms. */
  public static final int FORMAT = RoomText.FORMAT;

  private StoredRooms() {}

  /** The room as bytes, which hold the digest of its password and nothing else that is secret. */
  public static byte[] write(Room room) {
    return RoomText.write(room);
  }

  /**
   * The room that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the bytes are anything else
   */
  public static Room read(byte[] bytes) {
    return RoomText.read(bytes);
  }
}
