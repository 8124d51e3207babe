package io.groovejet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

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
  private final AtomicBoolean relieving = new AtomicBoolean(); // somebody is at it
  private final long budget;
  private volatile boolean asked; // to look again: something came or went since the last look

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
    if (bytes.get() <= budget) {
      return;
    }
    asked = true;
    while (asked && bytes.get() > budget && relieving.compareAndSet(false, true)) {
      try {
        asked = false;
        cutLargest(bytes.get() - budget);
      } finally {
        relieving.set(false);
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

  /** Hangs up on no more of them than have that much waiting: meanwhile another may have more. */
  private void cutLargest(long excess) {
    List<Share> largestFirst =
        waiting.stream()
            .map(debtor -> new Share(debtor, debtor.waitingBytes())) // it goes on changing
            .sorted(Comparator.comparingLong(Share::size).reversed())
            .toList();
    long cut = 0;
    for (Share share : largestFirst) {
      if (cut >= excess) {
        return;
      }
      cut += share.size;
      asked = true;
      done(share.debtor);
      share.debtor.giveUp();
    }
  }
}
