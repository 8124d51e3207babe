package io.groovejet;

import io.groovejet.guard.Limits;
import java.time.Duration;

/**
 * How long connections are waited for, in ticks of the watch. What came during one tick may have
 * come at its end, so that a wait is over only after one tick more.
 */
record Patience(int ping, int silence, int idle, int assembly) {

  private static final int LONGEST = 1 << 30;

  static Patience of(Limits limits, Duration tick) {
    return new Patience(
        ticks(limits.pingInterval(), tick),
        ticks(limits.silence(), tick),
        ticks(limits.idle(), tick),
        ticks(limits.assembly(), tick));
  }

  /** The shortest wait: whoever is looked at that often is never given up late. */
  int shortest() {
    return Math.min(Math.min(ping, silence), Math.min(idle, assembly));
  }

  private static int ticks(Duration wait, Duration tick) {
    long whole = wait.plus(tick).minusNanos(1).dividedBy(tick);
    return (int) Math.max(1, Math.min(whole, LONGEST));
  }
}
