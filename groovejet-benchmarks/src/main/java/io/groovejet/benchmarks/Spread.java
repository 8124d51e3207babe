package io.groovejet.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Durations from the shortest to the longest. */
record Spread(List<Duration> sorted) {

  static Spread of(List<Migration> migrations, Function<Migration, Duration> part) {
    return new Spread(migrations.stream().map(part).sorted().toList());
  }

  /** The median, the 99th percentile and the longest, as three columns of a table. */
  @Override
  public String toString() {
    return "%8.2f%8.2f%8.2f  ".formatted(millis(0.5), millis(0.99), millis(1));
  }

  /** The duration, in milliseconds, that this share of all does not exceed. */
  private double millis(double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(rank - 1).toNanos() / 1e6;
  }
}
