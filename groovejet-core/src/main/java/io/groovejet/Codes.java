package io.groovejet;

import io.groovejet.protocol.RoomCode;
import io.groovejet.store.RoomStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws room codes: as short as can be while a random guess hits a live room with a probability of
 * at most 2<sup>-15</sup>, and none that was in use a short while ago.
 */
final class Codes {

  /** So many codes rest at most, that strangers who open and end rooms fill no memory. */
  static final int MOST_AT_REST = 50_000;

  private static final int SHORTEST = 5;
  private static final double GUESSES_PER_HIT = 1 << 15;
  private static final Duration QUARANTINE = Duration.ofMinutes(10);

  private final Names names;
  private final Timekeeper timekeeper;
  private final RoomStore store;
  private final Map<RoomCode, Instant> resting = new LinkedHashMap<>(); // longest first, until when

  Codes(Names names, Timekeeper timekeeper, RoomStore store) {
    this.names = names;
    this.timekeeper = timekeeper;
    this.store = store;
  }

  /** A code to try; another room may have it. */
  RoomCode next() {
    RoomCode code = names.roomCode(length());
    while (isQuarantined(code)) {
      code = names.roomCode(length());
    }
    return code;
  }

  /** A room with that code is no more. */
  void retire(RoomCode code) {
    synchronized (resting) {
      resting.remove(code); // which would keep its place
      resting.put(code, timekeeper.now().plus(QUARANTINE));
      release();
    }
  }

  private int length() {
    double needed = (store.count() + 1) * GUESSES_PER_HIT;
    int length = SHORTEST;
    double codes = Math.pow(RoomCode.ALPHABET.length(), length);
    while (codes < needed) {
      codes *= RoomCode.ALPHABET.length();
      length++;
    }
    return length;
  }

  private boolean isQuarantined(RoomCode code) {
    synchronized (resting) {
      release();
      return resting.containsKey(code);
    }
  }

  private void release() {
    Instant now = timekeeper.now();
    Iterator<Instant> ends = resting.values().iterator();
    while (ends.hasNext() && (!ends.next().isAfter(now) || resting.size() > MOST_AT_REST)) {
      ends.remove();
    }
  }
}
