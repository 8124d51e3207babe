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
 * is run by whoever is busy with it, but of what other threads bring only a little: they may bring
 * it for longer than whoever waits for this one has time. A lane without work does not exist.
 */
final class Lanes {

  private static final int MOST_OF_OTHERS = 8;

  private final ConcurrentMap<RoomCode, Queue<Work>> busy = new ConcurrentHashMap<>();
  private final Executor executor;
  private final Executor relief;

  /** Work that waits, and who brought it. */
  private record Work(Runnable task, Thread by) {}

  /**
   * Lanes that are all free.
   *
   * @param executor runs what comes in a free lane
   * @param relief runs what is too much for whoever is busy with a lane
   */
  Lanes(Executor executor, Executor relief) {
    this.executor = executor;
    this.relief = relief;
  }

  /** Runs {@code work}, which must not throw, in the lane of {@code room}. */
  void run(RoomCode room, Runnable work) {
    Queue<Work> fresh = new ArrayDeque<>(2);
    Work brought = new Work(work, Thread.currentThread());
    Queue<Work> lane =
        busy.merge(
            room,
            fresh,
            (waiting, unused) -> {
              waiting.add(brought);
              return waiting;
            });
    if (lane == fresh) {
      executor.execute(() -> drive(room, brought));
    }
  }

  private void drive(RoomCode room, Work first) {
    boolean broke = true;
    try {
      Work rest = driveAWhile(room, first);
      broke = false;
      if (rest != null) {
        relief.execute(() -> drive(room, rest));
      }
    } finally {
      Work next = broke ? next(room) : null;
      if (next != null) {
        executor.execute(() -> drive(room, next));
      }
    }
  }

  /** What comes next when others brought too much. */
  private @Nullable Work driveAWhile(RoomCode room, Work first) {
    int ofOthers = 0;
    Work work = first;
    while (work != null && ofOthers < MOST_OF_OTHERS) {
      work.task.run();
      work = next(room);
      if (work != null && work.by != Thread.currentThread()) {
        ofOthers++;
      }
    }
    return work;
  }

  private @Nullable Work next(RoomCode room) {
    Work[] next = new Work[1];
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
