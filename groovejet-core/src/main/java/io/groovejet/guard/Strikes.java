package io.groovejet.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Counts offences within a sliding time. For one thread at a time. */
public final class Strikes {

  private final int most;
  private final Duration within;
  private final Queue<Instant> lately = new ArrayDeque<>(2);

  /**
   * Counts up to a limit.
   *
   * @param most the how manieth offence is one too many
   * @param within in which time
   */
  public Strikes(int most, Duration within) {
    this.most = most;
    this.within = within;
  }

  /** Counts an offence at {@code now} and tells whether it is one too many. */
  public boolean isOut(Instant now) {
    Instant forgotten = now.minus(within);
    while (!lately.isEmpty() && !lately.element().isAfter(forgotten)) {
      lately.remove();
    }
    lately.add(now);
    return lately.size() >= most;
  }
}
