package io.groovejet.room;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often something may be done: once per interval on average, several times at once. What is
 * remembered of the past is one instant, until when all that was done would be spread evenly.
 *
 * @param interval the time one of them stands for
 * @param burst how many may come at once
 */
public record Pace(Duration interval, int burst) {

  /** How long the next one has to wait, zero for not at all. */
  public Duration wait(@Nullable Instant busyUntil, Instant now) {
    Instant ready = busyUntil == null ? now : busyUntil.minus(interval.multipliedBy(burst - 1L));
    return ready.isAfter(now) ? Duration.between(now, ready) : Duration.ZERO;
  }

  /** What is remembered after one more. */
  public Instant after(@Nullable Instant busyUntil, Instant now) {
    Instant from = busyUntil == null || busyUntil.isBefore(now) ? now : busyUntil;
    return from.plus(interval);
  }
}
