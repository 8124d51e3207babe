package io.groovejet.examples.dashboard;

import io.groovejet.protocol.RoomCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Since when which room is known, and a number by which people may speak of it. */
final class Roster {

  private final Map<RoomCode, Entry> entries = new HashMap<>(); // guarded by this
  private int last; // the last number given

  /**
   * A room that is known.
   *
   * @param number the how manieth room it is
   * @param since when it was first heard of
   */
  record Entry(int number, Instant since) {}

  /** The room's entry; a new one from {@code now} on if it was not known. */
  synchronized Entry saw(RoomCode room, Instant now) {
    return entries.computeIfAbsent(room, unknown -> new Entry(++last, now));
  }

  synchronized void forget(RoomCode room) {
    entries.remove(room);
  }

  /** Some rooms may be no more without anybody having said so. */
  synchronized void startOver() {
    entries.clear();
  }
}
