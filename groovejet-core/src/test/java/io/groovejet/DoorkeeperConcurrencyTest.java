package io.groovejet;

import io.groovejet.guard.AddressLimits;
import io.groovejet.protocol.Address;
import io.groovejet.testkit.ManualTime;
import java.time.Duration;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Connections of one address that come and go at once: each counts as long as it is there. */
public final class DoorkeeperConcurrencyTest {

  private static final Address ADDRESS = new Address("192.0.2.1");
  private static final AddressLimits ONE = new AddressLimits(1, 1, 1, 1, Duration.ofMinutes(1));

  private final Doorkeeper doorkeeper =
      new Doorkeeper(ONE, new ManualTime(), new Backlog(1), new Backlog(1));

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Whether one more is within the limit. */
  @Operation
  public boolean enters() {
    return doorkeeper.enters(ADDRESS);
  }

  /** One less. */
  @Operation
  public void leaves() {
    doorkeeper.leaves(ADDRESS);
  }
}
