package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is done to servers, and measured. */
interface Scenario {

  /** What the servers are compared by: the name of a figure of {@link Stage#play}. */
  String headline();

  /** What it is usually played with, where that differs from the others. */
  default Map<String, String> usual() {
    return Map.of();
  }

  /** Whether it is played in rounds, all servers in turn; else once on each. */
  default boolean isInterleaved() {
    return true;
  }

  /** Readies a server that has just been started. */
  Stage prepare(Crowd crowd, Server server, Settings settings);

  /** One server that takes part. */
  interface Stage {

    /** One round. */
    Sample play();
  }

  /** The CPU time per piece of work, in microseconds. */
  static double micros(Duration cpu, long pieces) {
    return cpu.toNanos() / 1e3 / Math.max(1, pieces);
  }

  /** The value that this share of all does not exceed, of values in order. */
  static double percentile(List<Long> sorted, double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
