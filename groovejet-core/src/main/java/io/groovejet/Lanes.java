package io.groovejet;

import io.groovejet.protocol.RoomCode;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One lane per room: work for one room runs one at a time and in the order it came, work for
 * different rooms side by side. A free lane's work runs on the executor at once; a busy lane's work
 * is run by whoever is busy with it. A lane without work does not exist.
 */
final class Lanes {

  private final ConcurrentMap<RoomCode, Queue<Runnable>> busy = new ConcurrentHashMap<>();
  private final Executor executor;

  Lanes(Executor executor) {
    this.executor = executor;
  }

  /** Runs {@code work}, which must not throw, in the lane of {@code room}. */
  void run(RoomCode room, Runnable work) {
    Queue<Runnable> fresh = new ArrayDeque<>(2);
    Queue<Runnable> lane =
        busy.merge(
            room,
            fresh,
            (waiting, unused) -> {
              waiting.add(work);
              return waiting;
            });
    if (lane == fresh) {
      executor.execute(() -> drive(room, work));
    }
  }

  private void drive(RoomCode room, Runnable first) {
    boolean broke = true;
    try {
      Runnable work = first;
      while (work != null) {
        work.run();
        work = next(room);
      }
      broke = false;
    } finally {
      Runnable next = broke ? next(room) : null;
      if (next != null) {
        executor.execute(() -> drive(room, next));
      }
    }
  }

  private @Nullable Runnable next(RoomCode room) {
    Runnable[] next = new Runnable[1];
    busy.computeIfPresent(
        room,
        (code, waiting) -> {
          next[0] = waiting.poll();
          return next[0] == null ? null : waiting;
        });
    return next[0];
  }

  /** How many lanes are busy. */
  int busy() {
    return busy.size();
  }
}
