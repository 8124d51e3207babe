package io.groovejet;

import io.groovejet.guard.Guesses;
import io.groovejet.protocol.Address;
import java.time.Duration;
import java.time.Instant;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Wrong guesses of one address by several connections at once: each counts. */
public final class GuessesConcurrencyTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Address ADDRESS = new Address("192.0.2.1");

  private final Guesses guesses = new Guesses(2, Duration.ofMinutes(1));

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Guesses wrong. */
  @Operation
  public void guessesWrong() {
    guesses.wrong(ADDRESS, NOON);
  }

  /** Whether it guessed too often. */
  @Operation
  public boolean isLocked() {
    return !guesses.lockedFor(ADDRESS, NOON).isZero();
  }
}
