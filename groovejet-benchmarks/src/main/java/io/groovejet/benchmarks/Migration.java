package io.groovejet.benchmarks;

import java.time.Duration;

/**
 * One migration as it was measured.
 *
 * @param total from the server's knowledge to {@code hostMigrated} at all members
 * @param candidate from hearing {@code becomeHost} to having sent {@code hostReady}
 */
record Migration(Duration total, Duration candidate) {

  /** What the candidate did not take. */
  Duration server() {
    return total.minus(candidate);
  }
}
