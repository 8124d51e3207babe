package io.groovejet;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What is to be done later to somebody who is still there then: to wait for it keeps nobody in
 * memory. Thousands of connections that end at once would fill it, their containers' buffers in
 * tow.
 */
record Reminders(Timekeeper timekeeper) {

  /** Does that to {@code whom} after a while, unless nobody else has it by then. */
  <T> void after(Duration wait, T whom, Consumer<T> task) {
    at(timekeeper.now().plus(wait), whom, task);
  }

  /** Does that to {@code whom} at that time, unless nobody else has it by then. */
  <T> void at(Instant instant, T whom, Consumer<T> task) {
    WeakReference<T> known = new WeakReference<>(whom);
    timekeeper.wakeAt(
        instant,
        () -> {
          T still = known.get();
          if (still != null) {
            task.accept(still);
          }
        });
  }
}
