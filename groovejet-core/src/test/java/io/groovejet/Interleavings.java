package io.groovejet;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * Has a few threads call the operations of a class at once: what they return must be what some
 * order of whole calls returns, too.
 */
final class Interleavings {

  private static final boolean ALL = Boolean.getBoolean("groovejet.concurrency");

  private Interleavings() {}

  /** In every build in a few orders; with {@code -Pconcurrency} in many, and as it happens. */
  static void of(Class<?> operations) {
    new ModelCheckingOptions()
        .iterations(ALL ? 20 : 1)
        .invocationsPerIteration(ALL ? 1_000 : 30)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(0)
        .actorsAfter(0)
        .check(operations);
    if (ALL) {
      new StressOptions()
          .iterations(10)
          .invocationsPerIteration(1_000)
          .threads(2)
          .actorsPerThread(3)
          .check(operations);
    }
  }

  /** Fails unless that is so; other assertions are more than Lincheck follows. */
  static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not so: " + what);
    }
  }
}
