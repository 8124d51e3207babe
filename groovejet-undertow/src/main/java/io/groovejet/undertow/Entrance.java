package io.groovejet.undertow;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Lets newcomers in, a few in each round of an I/O thread, as each connection is a task of its
 * thread. Used by its thread only.
 */
final class Entrance implements Executor {

  private static final int IN_A_ROUND = 8;

  private final NextRound nextRound;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int came; // since it went on last
  private boolean goesOn; // in the next round

  Entrance(NextRound nextRound) {
    this.nextRound = nextRound;
  }

  @Override
  public void execute(Runnable newcomer) {
    waiting.add(newcomer);
    if (came < IN_A_ROUND) {
      letIn();
    }
  }

  private void goOn() {
    goesOn = false;
    came = 0;
    letIn();
  }

  private void letIn() {
    try {
      while (came < IN_A_ROUND && !waiting.isEmpty()) {
        came++;
        waiting.remove().run();
      }
    } finally {
      if (!goesOn && (came == IN_A_ROUND || !waiting.isEmpty())) {
        goesOn = true;
        nextRound.execute(this::goOn);
      }
    }
  }
}
