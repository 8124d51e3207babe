package io.groovejet.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.groovejet.room.Room;

/** Any bytes are a stored room or are refused as none. */
final class StoredRoomFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreARoomOrRefused(byte[] bytes) {
    Room room;
    try {
      room = RoomText.read(bytes);
    } catch (IllegalArgumentException refused) {
      return;
    }
    if (!RoomText.read(RoomText.write(room)).equals(room)) {
      throw new AssertionError("another room after it was stored again");
    }
  }
}
