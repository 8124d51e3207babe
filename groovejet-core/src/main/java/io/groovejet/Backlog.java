package io.groovejet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for all clients together, to be written or for the rest of its message, so that they
 * cannot use up the server's memory: above the budget those with the most waiting are hung up on.
 */
final class Backlog {

  /** Something that waits, of one connection. */
  interface Debtor {

    /** How many bytes. */
    long waitingBytes();

    /** The memory is needed: hangs up. */
    void giveUp();
  }

  private record Share(Debtor debtor, long size) {}

  private static final double TIGHT = 0.9;

  private final Set<Debtor> waiting = ConcurrentHashMap.newKeySet();
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
  void add(Debtor debtor, long size) {
    waiting.add(debtor);
    bytes.addAndGet(size);
  }

  /** So much less waits for that client. */
  void remove(long size) {
    bytes.addAndGet(-size);
  }

  /** Nothing waits for that client any more. */
  void done(Debtor debtor) {
    waiting.remove(debtor);
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
    List<Share> largestFirst =
        waiting.stream()
            .map(debtor -> new Share(debtor, debtor.waitingBytes())) // it goes on changing
            .sorted(Comparator.comparingLong(Share::size).reversed())
            .toList();
    for (Share share : largestFirst) {
      if (bytes.get() <= budget) {
        return;
      }
      share.debtor.giveUp();
    }
  }
}
