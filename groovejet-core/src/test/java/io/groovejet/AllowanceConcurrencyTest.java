package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.guard.Rate;
import io.groovejet.testkit.ManualTime;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** What one connection may send, when several threads ask at once. */
public final class AllowanceConcurrencyTest {

  private static final Limits STRICT =
      Limits.ofDefaults().withRates(new Rate(1, 2), new Rate(1, 100));

  private final Allowance allowance = new Allowance(STRICT, new ManualTime());

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Whether a message may pass. */
  @Operation
  public boolean affords() {
    return allowance.affords(1, told -> {});
  }
}
