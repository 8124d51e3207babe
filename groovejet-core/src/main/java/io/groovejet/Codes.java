package io.groovejet;

import io.groovejet.protocol.RoomCode;
import io.groovejet.store.RoomStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * Draws room codes: as short as can be while a random guess hits a live room with a probability of
 * at most 2<sup>-15</sup>, and none that was in use a short while ago.
 */
final class Codes {

  private static final int SHORTEST = 5;
  private static final double GUESSES_PER_HIT = 1 << 15;
  private static final Duration QUARANTINE = Duration.ofMinutes(10);

  private final Names names;
  private final Timekeeper timekeeper;
  private final RoomStore store;
  private final Queue<Retired> retired = new ArrayDeque<>(); // oldest first, guarded by itself
  private final Set<RoomCode> quarantined = new HashSet<>(); // guarded by retired

  private record Retired(RoomCode code, Instant until) {}

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
    synchronized (retired) {
      release();
      retired.add(new Retired(code, timekeeper.now().plus(QUARANTINE)));
      quarantined.add(code);
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
    synchronized (retired) {
      release();
      return quarantined.contains(code);
    }
  }

  private void release() {
    Instant now = timekeeper.now();
    Retired oldest = retired.peek();
    while (oldest != null && !oldest.until.isAfter(now)) {
      quarantined.remove(oldest.code);
      retired.remove();
      oldest = retired.peek();
    }
  }
}
