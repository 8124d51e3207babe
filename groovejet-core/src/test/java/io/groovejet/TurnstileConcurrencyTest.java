package io.groovejet;

import io.groovejet.guard.Guesses;
import io.groovejet.protocol.Address;
import io.groovejet.testkit.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Wrong guesses of one address by several connections at once: not one too many is looked at. */
public final class TurnstileConcurrencyTest {

  private static final Address ADDRESS = new Address("192.0.2.1");
  private static final int MOST = 1;

  private final ManualTime time = new ManualTime();
  private final Guesses guesses = new Guesses(MOST, Duration.ofMinutes(1));
  private final Turnstile turnstile = new Turnstile(guesses, time);
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger lookedAt = new AtomicInteger();

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Guesses wrong. */
  @Operation
  public void guessesWrong() {
    made.incrementAndGet();
    turnstile.enter(
        ADDRESS,
        (lockedFor, over) -> {
          if (lockedFor == null) {
            lookedAt.incrementAndGet();
            guesses.wrong(ADDRESS, time.now());
          }
          answered.incrementAndGet();
          over.run();
        });
  }

  /** What has to be so when all is quiet. */
  @Validate
  public void eachIsAnswered() {
    Interleavings.check(answered.get() == made.get(), "all were answered");
    Interleavings.check(lookedAt.get() == Math.min(made.get(), MOST), "as many as may be wrong");
    Interleavings.check(turnstile.addresses() == 0, "nobody waits");
  }
}
