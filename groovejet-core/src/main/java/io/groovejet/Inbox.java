package io.groovejet;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What came by one connection and has to be dealt with: one item at a time, in order. */
final class Inbox {

  private final BiConsumer<byte[], Step> handler;
  private final Queue<byte[]> waiting = new ArrayDeque<>(1); // guarded by itself
  private boolean busy; // guarded by waiting: something is being dealt with

  /**
   * An empty one.
   *
   * @param handler deals with an item and ends its step once, on any thread, unless it throws
   */
  Inbox(BiConsumer<byte[], Step> handler) {
    this.handler = handler;
  }

  /** Has the item dealt with, on this thread if nothing else is under way. */
  void add(byte[] item) {
    synchronized (waiting) {
      if (busy) {
        waiting.add(item);
        return;
      }
      busy = true;
    }
    work(item);
  }

  private void work(byte[] first) {
    byte[] item = first;
    while (item != null) {
      Step step = new Step(this::goOn);
      begin(item, step);
      if (!step.hasEnded()) {
        return;
      }
      item = next();
    }
  }

  private void begin(byte[] item, Step step) {
    boolean broke = true;
    try {
      handler.accept(item, step);
      broke = false;
    } finally {
      if (broke) {
        goOn(); // whatever is thrown, the last item has still to be dealt with
      }
    }
  }

  private void goOn() {
    byte[] item = next();
    if (item != null) {
      work(item);
    }
  }

  private byte @Nullable [] next() {
    synchronized (waiting) {
      byte[] item = waiting.poll();
      busy = item != null;
      return item;
    }
  }
}
