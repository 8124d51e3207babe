package io.groovejet.jakarta.tomcat;

import java.util.ArrayList;
import java.util.List;

/** What a thread is asked to do by others. For any thread. */
final class Errands {

  private List<Runnable> waiting = new ArrayList<>(); // this and below guarded by this
  private boolean over;

  /** Leaves one more, unless nobody does any more errands, and returns whether it did. */
  synchronized boolean add(Runnable errand) {
    return !over && waiting.add(errand);
  }

  /** Takes those that wait. */
  synchronized List<Runnable> takeAll() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Runnable> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }

  /** Takes the last ones. */
  synchronized List<Runnable> end() {
    over = true;
    return takeAll();
  }

  /** Whether none waits. */
  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether the last ones were taken. */
  synchronized boolean areOver() {
    return over;
  }
}
