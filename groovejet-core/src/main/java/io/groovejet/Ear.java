package io.groovejet;

import io.groovejet.LobbyEvent.EventsMissed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One listener, and the events on their way to it: bounded, in order, one at a time. */
final class Ear {

  /** How many events wait for a slow listener before more are dropped. */
  static final int MOST_WAITING = 8_192;

  private static final Logger LOG = System.getLogger(Ear.class.getName());
  private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);

  private final LobbyListener listener;
  private final Executor aside;
  private final Executor executor;
  private final Timekeeper timekeeper;

  private final Queue<LobbyEvent> waiting = new ArrayDeque<>(2); // guarded by itself
  private boolean listening; // guarded by waiting: somebody is on the way to take what waits
  private long missed; // guarded by waiting: dropped since the listener was told of it
  private Instant quietUntil = Instant.MIN; // guarded by waiting: when the next complaint is due

  /**
   * An ear of {@code listener}.
   *
   * @param aside leads away from whatever lane an event comes from
   * @param executor calls the listener
   */
  Ear(LobbyListener listener, Executor aside, Executor executor, Timekeeper timekeeper) {
    this.listener = listener;
    this.aside = aside;
    this.executor = executor;
    this.timekeeper = timekeeper;
  }

  /** Takes an event; it is told later. Never blocks, never throws. */
  void hear(LobbyEvent event) {
    synchronized (waiting) {
      if (waiting.size() >= MOST_WAITING) {
        missed++;
        return;
      }
      noteGap(event);
      waiting.add(event);
      if (listening) {
        return;
      }
      listening = true;
    }
    handOver(aside, () -> handOver(executor, this::listen));
  }

  private void handOver(Executor to, Runnable task) {
    try {
      to.execute(task);
    } catch (RejectedExecutionException ended) {
      synchronized (waiting) {
        missed += waiting.size();
        waiting.clear();
        listening = false;
      }
    }
  }

  private void listen() {
    LobbyEvent event = next();
    while (event != null) {
      tell(event);
      event = next();
    }
  }

  private @Nullable LobbyEvent next() {
    synchronized (waiting) {
      LobbyEvent next = waiting.poll();
      if (next == null) {
        listening = false;
      } else {
        noteGap(next);
      }
      return next;
    }
  }

  /** What was dropped is told where it is missing. */
  private void noteGap(LobbyEvent now) {
    if (missed > 0) {
      waiting.add(new EventsMissed(now.at(), missed));
      missed = 0;
    }
  }

  private void tell(LobbyEvent event) {
    try {
      listener.told(event);
      if (event instanceof EventsMissed gap) {
        complain("A listener is too slow: " + gap.count() + " events were dropped", null);
      }
    } catch (Throwable thrown) { // foreign code must not deafen the ear
      complain("A listener failed", thrown);
    }
  }

  private void complain(String what, @Nullable Throwable thrown) {
    Instant now = timekeeper.now();
    synchronized (waiting) {
      if (now.isBefore(quietUntil)) {
        return;
      }
      quietUntil = now.plus(BETWEEN_COMPLAINTS);
    }
    LOG.log(Level.WARNING, what, thrown);
  }
}
