package io.groovejet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Connections whose sockets are to end. Each has the same grace for it, and is then dropped; most
 * end long before, and leave nothing behind. One wake-up at a time serves them all.
 */
final class Leavers {

  private static final Logger LOG = System.getLogger(Leavers.class.getName());

  private final Timekeeper timekeeper;
  private final Duration grace;
  private final Map<QueuedConnection, Instant> waiting = new LinkedHashMap<>(); // until when
  private boolean watched; // guarded by waiting: a look is due

  Leavers(Timekeeper timekeeper, Duration grace) {
    this.timekeeper = timekeeper;
    this.grace = grace;
  }

  /** Its socket is to end. */
  void add(QueuedConnection leaver) {
    Instant until = timekeeper.now().plus(grace);
    synchronized (waiting) {
      waiting.put(leaver, until);
      if (watched) {
        return;
      }
      watched = true;
    }
    timekeeper.wakeAt(until, this::look);
  }

  /** Its socket has ended. */
  void remove(QueuedConnection leaver) {
    synchronized (waiting) {
      waiting.remove(leaver);
    }
  }

  private void look() {
    List<QueuedConnection> late = new ArrayList<>();
    Instant next;
    synchronized (waiting) {
      next = takeLate(timekeeper.now(), late);
      watched = next.isBefore(Instant.MAX);
    }
    if (next.isBefore(Instant.MAX)) {
      timekeeper.wakeAt(next, this::look);
    }
    late.forEach(Leavers::drop);
  }

  /** Drops one; that it cannot be dropped is not to be at the cost of all others. */
  private static void drop(QueuedConnection late) {
    try {
      late.drop();
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "A connection could not be dropped", broken);
    }
  }

  /** When the next one will be late. */
  private Instant takeLate(Instant now, List<QueuedConnection> late) {
    Iterator<Map.Entry<QueuedConnection, Instant>> all = waiting.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<QueuedConnection, Instant> first = all.next();
      if (first.getValue().isAfter(now)) {
        return first.getValue();
      }
      late.add(first.getKey());
      all.remove();
    }
    return Instant.MAX;
  }
}
