package io.groovejet;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time of this machine: the wall clock at the start, from there on the monotonic one, so that a
 * corrected clock ends no grace early.
 */
final class SystemTimekeeper implements Timekeeper, AutoCloseable {

  private static final Duration LAST_DUTIES = Duration.ofSeconds(3);

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();
  private final ScheduledThreadPoolExecutor timer;

  SystemTimekeeper() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "groovejet-timer");
              thread.setDaemon(true);
              // Born where somebody first asks, it must not keep that web application's classes.
              thread.setContextClassLoader(SystemTimekeeper.class.getClassLoader());
              return thread;
            });
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public void wakeAt(Instant instant, Runnable task) {
    long nanos = Math.max(0, Duration.between(now(), instant).toNanos());
    try {
      var unused = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      return;
    }
  }

  /** Ends the timer, after the little time in which sockets that were closed may be dropped. */
  @Override
  public void close() {
    wakeAt(now().plus(LAST_DUTIES), timer::shutdownNow);
  }
}
