package io.groovejet;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/** Warns at most once a minute of what strangers can bring about, so that none fills the log. */
final class Complaints {

  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Class<?> where;
  private final Timekeeper timekeeper;
  private Instant quietUntil = Instant.MIN; // guarded by this

  Complaints(Class<?> where, Timekeeper timekeeper) {
    this.where = where;
    this.timekeeper = timekeeper;
  }

  void warn(String what, Throwable why) {
    if (isDue()) {
      System.getLogger(where.getName()).log(Level.WARNING, what, why.getMessage());
    }
  }

  private synchronized boolean isDue() {
    Instant now = timekeeper.now();
    if (now.isBefore(quietUntil)) {
      return false;
    }
    quietUntil = now.plus(BETWEEN);
    return true;
  }
}
