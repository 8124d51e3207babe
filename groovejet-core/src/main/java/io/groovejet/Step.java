package io.groovejet;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One step of a loop that may end on this thread before the loop goes on, or on another thread
 * after the loop was left; in the second case it is the step that goes on with the loop.
 */
final class Step {

  private static final int UNDER_WAY = 0;
  private static final int ENDED = 1;
  private static final int LEFT = 2;

  private final AtomicInteger state = new AtomicInteger(UNDER_WAY);
  private final Runnable goOn;

  Step(Runnable goOn) {
    this.goOn = goOn;
  }

  /** The step has ended. */
  void end() {
    if (!state.compareAndSet(UNDER_WAY, ENDED) && state.compareAndSet(LEFT, ENDED)) {
      goOn.run();
    }
  }

  /** Asked once by the loop: whether it goes on itself, because the step has ended already. */
  boolean hasEnded() {
    return !state.compareAndSet(UNDER_WAY, LEFT);
  }
}
