package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.guard.MessageBudget;
import java.time.Instant;

/** How much one connection may send: how often, and how large a message. From any thread. */
final class Allowance {

  private final Limits limits;
  private final Timekeeper timekeeper;
  private final MessageBudget budget; // guarded by itself
  private int seatsHosted; // guarded by budget: seats of the room it hosts

  Allowance(Limits limits, Timekeeper timekeeper) {
    this.limits = limits;
    this.timekeeper = timekeeper;
    this.budget = new MessageBudget(limits.messages(), limits.bytes(), nanos(timekeeper.now()));
  }

  /** Decides about a message of that many bytes. */
  MessageBudget.Decision spend(int size) {
    synchronized (budget) {
      return budget.spend(size, nanos(timekeeper.now()));
    }
  }

  /** It hosts a room with that many seats taken; 0 when it hosts none. */
  void hosts(int seats) {
    synchronized (budget) {
      budget.serve(seats, seatsHosted == 0 && seats > 0);
      seatsHosted = seats;
    }
  }

  /** How many bytes a message may have. */
  int maxMessageBytes() {
    synchronized (budget) {
      int snapshot = seatsHosted > 0 ? limits.maxSnapshotBytes() : 0;
      return limits.maxMessageBytes() + snapshot;
    }
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }
}
