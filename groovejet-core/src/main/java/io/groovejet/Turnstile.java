package io.groovejet;

import io.groovejet.guard.Guesses;
import io.groovejet.protocol.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Has of each address only so many guesses under way as may still be wrong: others wait for these,
 * so that not one too many is looked at, however many come at once. From any thread.
 */
final class Turnstile {

  /** A try of a room code and a password. */
  interface Guess {

    /**
     * Looks whether it is right.
     *
     * @param lockedFor how long right and wrong ones are refused alike; null when they are not
     * @param over to be run once, after the answer, and after it was counted if it was wrong
     */
    void begin(@Nullable Duration lockedFor, Runnable over);
  }

  private static final class Line {
    private final Queue<Guess> waiting = new ArrayDeque<>(1);
    private int underWay;
  }

  /** A guess that begins now. */
  private record Turn(Line line, Guess guess, @Nullable Duration lockedFor) {}

  private final Map<Address, Line> lines = new HashMap<>(); // guarded by itself, with what is in it
  private final Guesses guesses;
  private final Timekeeper timekeeper;

  Turnstile(Guesses guesses, Timekeeper timekeeper) {
    this.guesses = guesses;
    this.timekeeper = timekeeper;
  }

  /** Has the guess begin, now or when it is its turn, on any thread. */
  void enter(Address address, Guess guess) {
    synchronized (lines) {
      lines.computeIfAbsent(address, unknown -> new Line()).waiting.add(guess);
    }
    goOn(address);
  }

  /** How many addresses have guesses under way. */
  int addresses() {
    synchronized (lines) {
      return lines.size();
    }
  }

  private void goOn(Address address) {
    boolean broke = true;
    try {
      beginAll(address);
      broke = false;
    } finally {
      if (broke) {
        goOn(address); // with the others
      }
    }
  }

  private void beginAll(Address address) {
    Turn turn = next(address);
    while (turn != null) {
      Step step = new Step(() -> goOn(address)); // from another thread; on this one the loop does
      Line line = turn.line;
      turn.guess.begin(
          turn.lockedFor,
          () -> {
            over(address, line);
            step.end();
          });
      step.hasEnded();
      turn = next(address);
    }
  }

  private @Nullable Turn next(Address address) {
    Instant now = timekeeper.now();
    synchronized (lines) {
      Line line = lines.get(address);
      Guess first = line == null ? null : line.waiting.peek();
      if (line == null || first == null) {
        return null;
      }
      Duration lockedFor = guesses.lockedFor(address, now);
      if (lockedFor.isZero() && line.underWay >= guesses.left(address, now)) {
        return null;
      }
      line.waiting.remove();
      line.underWay++;
      return new Turn(line, first, lockedFor.isZero() ? null : lockedFor);
    }
  }

  private void over(Address address, Line line) {
    synchronized (lines) {
      line.underWay--;
      if (line.underWay == 0 && line.waiting.isEmpty()) {
        lines.remove(address);
      }
    }
  }
}
