package io.groovejet;

import java.time.Instant;

/**
 * All time there is: what a lobby reads and waits by. Tests hold their own.
 *
 * <p>Threads: any. Nothing blocks.
 */
public interface Timekeeper {

  /** Now; never earlier than what was returned before. */
  Instant now();

  /**
   * Runs {@code task} once, at {@code instant} or soon after, also if that has passed. It is never
   * cancelled; what it finds may have changed meanwhile. The task returns soon and never throws.
   */
  void wakeAt(Instant instant, Runnable task);
}
