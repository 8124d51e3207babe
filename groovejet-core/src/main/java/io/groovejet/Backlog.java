package io.groovejet;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for all clients together, so that those who do not read cannot use up the server's
 * memory: above the budget the connections with the most waiting are hung up on.
 */
final class Backlog {

  private static final double TIGHT = 0.9;

  private final Set<QueuedConnection> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytes = new AtomicLong();
  private final ReentrantLock relieving = new ReentrantLock();
  private final long budget;

  /**
   * Nothing waits.
   *
   * @param budget how many bytes may wait
   */
  Backlog(long budget) {
    this.budget = budget;
  }

  /** So much more waits for that client. */
  void add(QueuedConnection connection, long size) {
    waiting.add(connection);
    bytes.addAndGet(size);
  }

  /** So much less waits for that client. */
  void remove(long size) {
    bytes.addAndGet(-size);
  }

  /** Nothing waits for that client any more. */
  void done(QueuedConnection connection) {
    waiting.remove(connection);
  }

  /** Hangs up on whoever has the most waiting, as long as it is too much. Called without a lock. */
  void relieve() {
    if (bytes.get() > budget && relieving.tryLock()) {
      try {
        cutLargest();
      } finally {
        relieving.unlock();
      }
    }
  }

  /** Whether so much waits that nobody should be let in now. */
  boolean isTight() {
    return bytes.get() > budget * TIGHT;
  }

  /** How many bytes wait. */
  long bytes() {
    return bytes.get();
  }

  private void cutLargest() {
    Comparator<QueuedConnection> bySize =
        Comparator.comparingLong(QueuedConnection::waitingBytes).reversed();
    for (QueuedConnection connection : waiting.stream().sorted(bySize).toList()) {
      if (bytes.get() <= budget) {
        return;
      }
      connection.giveUp();
    }
  }
}
