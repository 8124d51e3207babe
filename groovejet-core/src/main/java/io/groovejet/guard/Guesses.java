package io.groovejet.guard;

import io.groovejet.protocol.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Counts wrong guesses of room codes and passwords by address, and locks out who made too many. It
 * remembers a bounded number of addresses, those that guessed last. For any thread.
 */
public final class Guesses {

  private static final int MOST_ADDRESSES = 20_000;

  private final int most;
  private final Duration within;
  private final Map<Address, Queue<Instant>> lately = new LinkedHashMap<>(); // last guesser last

  /**
   * Nobody has guessed yet.
   *
   * @param most how many wrong guesses an address has
   * @param within in which time
   */
  public Guesses(int most, Duration within) {
    this.most = most;
    this.within = within;
  }

  /** Counts a wrong guess. */
  public synchronized void wrong(Address address, Instant now) {
    Queue<Instant> guesses = lately.remove(address);
    Queue<Instant> counted = guesses == null ? new ArrayDeque<>(1) : guesses;
    forget(counted, now);
    if (counted.size() < most) {
      counted.add(now);
    }
    lately.put(address, counted);
    forgetOldest(now);
  }

  /** How long the address is locked out from {@code now} on; zero when it is not. */
  public synchronized Duration lockedFor(Address address, Instant now) {
    Queue<Instant> guesses = lately.get(address);
    if (guesses == null) {
      return Duration.ZERO;
    }
    forget(guesses, now);
    return guesses.size() < most
        ? Duration.ZERO
        : Duration.between(now, guesses.element().plus(within));
  }

  /** How many wrong guesses the address still has at {@code now}. */
  public synchronized int left(Address address, Instant now) {
    Queue<Instant> guesses = lately.get(address);
    if (guesses == null) {
      return most;
    }
    forget(guesses, now);
    return most - guesses.size();
  }

  private void forget(Queue<Instant> guesses, Instant now) {
    while (!guesses.isEmpty() && !guesses.element().plus(within).isAfter(now)) {
      guesses.remove();
    }
  }

  private void forgetOldest(Instant now) {
    Iterator<Queue<Instant>> oldest = lately.values().iterator();
    boolean more = true;
    while (more) {
      Queue<Instant> guesses = oldest.next();
      forget(guesses, now);
      boolean goes = guesses.isEmpty() || lately.size() > MOST_ADDRESSES;
      if (goes) {
        oldest.remove();
      }
      more = goes && oldest.hasNext();
    }
  }

  /** How many addresses are remembered. */
  public synchronized int addresses() {
    return lately.size();
  }
}
