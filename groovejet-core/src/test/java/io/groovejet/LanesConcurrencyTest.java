package io.groovejet;

import io.groovejet.protocol.RoomCode;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Work of several threads for one room: all of it runs, and one at a time. */
public final class LanesConcurrencyTest {

  private static final RoomCode ROOM = new RoomCode("one");

  private final Lanes lanes = new Lanes(Runnable::run, Runnable::run);
  private final AtomicInteger brought = new AtomicInteger();
  private int done; // guarded by the lane, if that works
  private int inside; // likewise

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Brings a piece of work. */
  @Operation
  public void bring() {
    brought.incrementAndGet();
    lanes.run(ROOM, this::work);
  }

  /** What has to be so when all is quiet. */
  @Validate
  public void allIsDone() {
    Interleavings.check(done == brought.get(), "all work was done");
    Interleavings.check(lanes.busy() == 0, "no lane is left");
  }

  private void work() {
    inside++;
    Interleavings.check(inside == 1, "one at a time");
    done++;
    inside--;
  }
}
