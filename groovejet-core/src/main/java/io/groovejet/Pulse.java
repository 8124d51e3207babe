package io.groovejet;

import io.groovejet.protocol.CloseReason;
import java.time.Duration;

/** Whether one connection still lives and does something. Its times are ticks of the watch. */
final class Pulse {

  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(4);

  private final Party party;
  private final Liveness watch;
  private final Timekeeper timekeeper;

  private volatile int heardAt; // when anything came last
  private volatile int spokeAt; // when a message came last, or a room was left
  private volatile int begunAt; // when the message began that is on its way
  private volatile boolean assembling; // a message has begun and is not complete
  private volatile boolean quiet; // nothing came since the last probe
  private volatile boolean inRoom; // nobody is idle there
  private volatile int slot; // where the watch finds it
  private int pingedAt; // written by looks only

  Pulse(Party party, Liveness watch, Timekeeper timekeeper) {
    this.party = party;
    this.watch = watch;
    this.timekeeper = timekeeper;
    int now = watch.tick();
    this.heardAt = now;
    this.spokeAt = now;
    this.pingedAt = now;
  }

  /** Something came. */
  void heard() {
    int now = watch.tick();
    if (heardAt != now) { // looked at first: reading is cheaper, and most often enough
      heardAt = now;
    }
    if (quiet) {
      quiet = false;
    }
  }

  /** A message came. */
  void spoke() {
    heard();
    if (spokeAt != heardAt) {
      spokeAt = heardAt;
    }
    if (assembling) {
      assembling = false;
    }
  }

  /** A part of a message came, and it is not the last one. */
  void assembling() {
    if (!assembling) {
      begunAt = watch.tick();
      assembling = true;
    }
  }

  /** It is in a room. */
  void stays() {
    inRoom = true;
  }

  /** It is in no room any more. */
  void roams() {
    spokeAt = watch.tick();
    inRoom = false;
  }

  /** Asks for a sign of life at once and waits for it a short while. */
  void probe() {
    quiet = true;
    party.ping();
    timekeeper.wakeAt(timekeeper.now().plus(PROBE_PATIENCE), this::endProbe);
  }

  private void endProbe() {
    if (quiet) {
      party.reject(CloseReason.SILENT);
    }
  }

  /** Where the watch finds it. */
  int slot() {
    return slot;
  }

  void standsIn(int place) {
    slot = place;
  }

  /** Whether it is not to be looked at any more. */
  boolean isOver() {
    return party.isOver();
  }

  /**
   * Gives the connection up if it is silent, or idle outside of rooms; pings it when due.
   *
   * @return after how many ticks it is to be looked at again
   */
  int look(int now, Patience patience) {
    if (assembling && now - begunAt > patience.assembly()) {
      party.reject(CloseReason.POLICY);
    } else if (now - heardAt > patience.silence()) {
      party.reject(CloseReason.SILENT);
    } else if (!inRoom && now - spokeAt > patience.idle()) {
      party.reject(CloseReason.IDLE);
    } else if (now - pingedAt >= patience.ping()) {
      pingedAt = now;
      party.ping();
    }
    return untilDue(now, patience);
  }

  private int untilDue(int now, Patience patience) {
    int due = patience.ping() - (now - pingedAt);
    due = Math.min(due, patience.silence() + 1 - (now - heardAt));
    if (assembling) {
      due = Math.min(due, patience.assembly() + 1 - (now - begunAt));
    }
    if (!inRoom) {
      due = Math.min(due, patience.idle() + 1 - (now - spokeAt));
    }
    return Math.max(1, due);
  }
}
