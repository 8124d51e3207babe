package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.guard.MessageBudget;
import io.groovejet.guard.Rate;
import java.time.Instant;
import java.util.function.Consumer;

/** How much one connection may send: how often, and how large a message. From any thread. */
final class Allowance {

  private final Limits limits;
  private final boolean countsNothing;
  private final Timekeeper timekeeper;
  private final MessageBudget budget; // guarded by itself
  private int seatsHosted; // guarded by budget: seats of the room it hosts
  private volatile boolean hasHosted; // set once, with the first of them

  Allowance(Limits limits, Timekeeper timekeeper) {
    this.limits = limits;
    this.countsNothing =
        limits.messages().equals(Rate.UNLIMITED) && limits.bytes().equals(Rate.UNLIMITED);
    this.timekeeper = timekeeper;
    this.budget = new MessageBudget(limits.messages(), limits.bytes(), nanos(timekeeper.now()));
  }

  /**
   * Whether a message of that many bytes may be sent now.
   *
   * @param told hears that it may not, at most once a second, and whether it was so for too long
   */
  boolean affords(int size, Consumer<Boolean> told) {
    if (countsNothing) {
      return true;
    }
    MessageBudget.Decision decision;
    synchronized (budget) {
      decision = budget.spend(size, nanos(timekeeper.now()));
    }
    switch (decision) {
      case DROP_AND_TELL -> told.accept(false);
      case CLOSE -> told.accept(true);
      case TAKE, DROP -> {}
    }
    return decision == MessageBudget.Decision.TAKE;
  }

  /** It hosts a room with that many seats taken; 0 when it hosts none. */
  void hosts(int seats) {
    synchronized (budget) {
      budget.serve(seats, seatsHosted == 0 && seats > 0);
      seatsHosted = seats;
      hasHosted |= seats > 0;
    }
  }

  /**
   * How many bytes a message may have. Whoever was host may have sent its last snapshot before it
   * heard that it is host no longer: that deserves an answer, not the end of its connection.
   */
  int maxMessageBytes() {
    int snapshot = hasHosted ? limits.maxSnapshotBytes() : 0;
    return limits.maxMessageBytes() + snapshot;
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
