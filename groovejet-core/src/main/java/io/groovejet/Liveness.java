package io.groovejet;

import io.groovejet.guard.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks at all connections now and then: pings them, and gives up the silent and the idle. */
final class Liveness {

  private static final int LOOKS_PER_PING = 15;
  private static final Duration FINEST = Duration.ofMillis(10);

  private final Timekeeper timekeeper;
  private final Switchboard switchboard;
  private final Duration step;
  private final AtomicBoolean watching = new AtomicBoolean();

  Liveness(Timekeeper timekeeper, Limits limits, Switchboard switchboard) {
    this.timekeeper = timekeeper;
    this.switchboard = switchboard;
    Duration even = limits.pingInterval().dividedBy(LOOKS_PER_PING);
    this.step = even.compareTo(FINEST) < 0 ? FINEST : even;
  }

  /** Looks at connections from now on, as long as there are any. */
  void watch() {
    if (watching.compareAndSet(false, true)) {
      wakeLater();
    }
  }

  private void look() {
    Instant now = timekeeper.now();
    switchboard.sessions().forEach(session -> session.look(now));
    if (!switchboard.sessions().isEmpty()) {
      wakeLater();
      return;
    }
    watching.set(false);
    if (!switchboard.sessions().isEmpty()) {
      watch();
    }
  }

  private void wakeLater() {
    timekeeper.wakeAt(timekeeper.now().plus(step), this::look);
  }
}
