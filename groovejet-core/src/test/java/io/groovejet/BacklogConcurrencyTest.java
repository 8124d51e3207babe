package io.groovejet;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** What clients send of messages that do not end: too much is cut, and only where most of it is. */
public final class BacklogConcurrencyTest {

  private static final long BUDGET = 10;

  private final Backlog backlog = new Backlog(BUDGET);
  private final Client modest = new Client(5, false);
  private final Client large = new Client(6, true);
  private final Client alsoLarge = new Client(6, true);

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Has sent something. */
  @Operation
  public void sendsLittle() {
    modest.sends();
  }

  /** Has sent more. */
  @Operation
  public void sendsMuch() {
    large.sends();
  }

  /** Has sent as much. */
  @Operation
  public void sendsAsMuch() {
    alsoLarge.sends();
  }

  /** What has to be so when all is quiet. */
  @Validate
  public void itIsNotTooMuch() {
    Interleavings.check(backlog.bytes() <= BUDGET, "what waits is bounded");
  }

  /** Who is gone when it is hung up on. */
  private final class Client {

    private final long size;
    private final boolean isLargest;
    private final Intake intake = new Intake(backlog, this::isHungUpOn);

    private Client(long size, boolean isLargest) {
      this.size = size;
      this.isLargest = isLargest;
    }

    private void sends() {
      intake.keeps(size);
    }

    private void isHungUpOn() {
      Interleavings.check(isLargest, "the largest is hung up on");
      intake.end();
    }
  }
}
