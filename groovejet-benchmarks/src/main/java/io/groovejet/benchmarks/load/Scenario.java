package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is done to servers, and measured. */
interface Scenario {

  /** What the servers are compared by: the name of a figure. */
  String headline();

  /** What it is usually played with, where that differs from the others. */
  default Map<String, String> usual() {
    return Map.of();
  }

  /** Plays it on all servers that take part. */
  void play(Settings settings, Results results);

  /** The CPU time per piece of work, in microseconds. */
  static double micros(Duration cpu, long pieces) {
    return cpu.toNanos() / 1e3 / Math.max(1, pieces);
  }

  /** The value that this share of all does not exceed, of values in order. */
  static double percentile(List<Long> sorted, double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
