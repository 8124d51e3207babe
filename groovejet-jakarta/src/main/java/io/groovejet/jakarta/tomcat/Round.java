package io.groovejet.jakarta.tomcat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thread of Tomcat's does for one socket that is ready. What comes up for one client
 * meanwhile is written at its end.
 */
final class Round {

  private static final ThreadLocal<@Nullable Round> UNDER_WAY = new ThreadLocal<>();

  private final List<Runnable> atTheEnd = new ArrayList<>();

  private Round() {}

  /** Does what the socket is ready for. */
  static void of(Runnable work) {
    Round round = new Round();
    UNDER_WAY.set(round);
    try {
      work.run();
      round.end();
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
      round.atTheEnd.add(task);
    }
  }

  private void end() {
    for (int next = 0; next < atTheEnd.size(); next++) { // each may add some
      atTheEnd.get(next).run();
    }
  }
}
