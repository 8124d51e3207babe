package io.groovejet.jakarta.tomcat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thread does for the sockets that are ready. What comes up for one client meanwhile is
 * written at its end, whatever becomes of the others.
 */
final class Round {

  private static final ThreadLocal<@Nullable Round> UNDER_WAY = new ThreadLocal<>();

  private final List<Runnable> tasks = new ArrayList<>();

  private Round() {}

  /** Does what sockets are ready for. */
  static void of(Runnable work) {
    Round round = new Round();
    round.tasks.add(work);
    UNDER_WAY.set(round);
    try {
      round.run();
    } finally {
      UNDER_WAY.set(null); // its place is for the next round
    }
  }

  /** Does it at the end of the round, or at once on a thread that is at none. */
  static void executeAtItsEnd(Runnable task) {
    Round round = UNDER_WAY.get();
    if (round == null) {
      task.run();
    } else {
      round.tasks.add(task);
    }
  }

  private void run() {
    Throwable first = null;
    for (int next = 0; next < tasks.size(); next++) { // each may add some
      try {
        tasks.get(next).run();
      } catch (RuntimeException | Error broken) {
        first = first == null ? broken : first;
      }
    }
    if (first instanceof RuntimeException broken) {
      throw broken;
    }
    if (first instanceof Error broken) {
      throw broken;
    }
  }
}
