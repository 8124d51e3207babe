package io.groovejet;

import io.groovejet.guard.Limits;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The watch over all connections: looks at each when it is due, pings it, and gives up the silent
 * and the idle. A wheel: at each tick it turns by one slot, and looks at those that stand there.
 *
 * <p>It counts ticks, not time: while the server itself stands still, nobody is waited for.
 */
final class Liveness {

  private static final Logger LOG = System.getLogger(Liveness.class.getName());
  private static final int TICKS_PER_PING = 15;
  private static final int SLOTS = TICKS_PER_PING + 1;
  private static final Duration FINEST = Duration.ofMillis(10);

  private final Timekeeper timekeeper;
  private final Duration step;
  private final Patience patience;
  private final int longestDelay;
  private final List<Set<Pulse>> slots =
      Stream.<Set<Pulse>>generate(ConcurrentHashMap::newKeySet).limit(SLOTS).toList();
  private final AtomicBoolean turning = new AtomicBoolean();
  private volatile int tick; // written by one turn at a time

  Liveness(Timekeeper timekeeper, Limits limits) {
    this.timekeeper = timekeeper;
    Duration even = limits.pingInterval().dividedBy(TICKS_PER_PING);
    this.step = even.compareTo(FINEST) < 0 ? FINEST : even;
    this.patience = Patience.of(limits, step);
    this.longestDelay = Math.min(patience.shortest(), SLOTS - 1);
  }

  /** The time by which connections are watched. */
  int tick() {
    return tick;
  }

  /** Looks at it from now on, until it is over. */
  void watch(Pulse pulse) {
    place(pulse, longestDelay);
    if (turning.compareAndSet(false, true)) {
      turnAt(timekeeper.now().plus(step));
    }
  }

  /** It is over. */
  void release(Pulse pulse) {
    slots.get(pulse.slot()).remove(pulse);
  }

  private void place(Pulse pulse, int delay) {
    int slot = Math.floorMod(tick + Math.min(delay, longestDelay), SLOTS);
    pulse.standsIn(slot);
    slots.get(slot).add(pulse);
    if (pulse.isOver()) { // and may have been released before it stood here
      slots.get(slot).remove(pulse);
    }
  }

  private void turnAt(Instant due) {
    timekeeper.wakeAt(due, () -> turn(due));
  }

  private void turn(Instant due) {
    int now = tick + 1;
    tick = now;
    Iterator<Pulse> here = slots.get(Math.floorMod(now, SLOTS)).iterator();
    while (here.hasNext()) {
      Pulse pulse = here.next();
      here.remove();
      if (!pulse.isOver()) {
        place(pulse, look(pulse, now));
      }
    }
    if (isAnybodyWatched()) {
      goOn(due);
      return;
    }
    turning.set(false);
    if (isAnybodyWatched() && turning.compareAndSet(false, true)) {
      goOn(due);
    }
  }

  /** Looks at one; that it cannot be looked at is not to be at the cost of all others. */
  private int look(Pulse pulse, int now) {
    try {
      return pulse.look(now, patience);
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "A connection could not be looked after", broken);
      return longestDelay;
    }
  }

  /** Turns again a step later, from now on if that has passed already. */
  private void goOn(Instant due) {
    Instant now = timekeeper.now();
    Instant next = due.plus(step);
    turnAt(next.isBefore(now) ? now.plus(step) : next);
  }

  private boolean isAnybodyWatched() {
    return slots.stream().anyMatch(slot -> !slot.isEmpty());
  }
}
