package io.groovejet.testkit;

import io.groovejet.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until a test moves it. What is due runs inside {@link #pass}, in order, on
 * the test's thread; between two alarms time moves to the next one, so that each task reads the
 * instant it asked for.
 */
public final class ManualTime implements Timekeeper {

  /** Where time begins: noon of a day long ago. */
  public static final Instant NOON = Instant.parse("2001-01-01T12:00:00Z");

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::serial));
  private Instant now = NOON; // moves forward only
  private long serial; // keeps alarms of one instant in order

  private record Alarm(Instant at, long serial, Runnable task) {}

  /** Time at noon. */
  public ManualTime() {}

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void wakeAt(Instant instant, Runnable task) {
    alarms.add(new Alarm(instant, serial++, task));
  }

  /** Lets {@code duration} pass, running all that becomes due. */
  public void pass(Duration duration) {
    Instant end = now().plus(duration);
    Runnable due = nextUntil(end);
    while (due != null) {
      due.run();
      due = nextUntil(end);
    }
  }

  /**
   * Lets time jump, as for a machine that was suspended: whatever became due meanwhile runs after
   * it, late.
   */
  public void jump(Duration duration) {
    synchronized (this) {
      now = now.plus(duration);
    }
    pass(Duration.ZERO);
  }

  private synchronized @Nullable Runnable nextUntil(Instant end) {
    Alarm first = alarms.peek();
    if (first == null || first.at().isAfter(end)) {
      now = end;
      return null;
    }
    alarms.remove();
    now = first.at().isAfter(now) ? first.at() : now;
    return first.task();
  }
}
