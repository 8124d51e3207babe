package io.groovejet;

import io.groovejet.guard.QueueLimits;
import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.ManualTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several threads send, end writes and close: one write at a time, nothing lost, one close. */
public final class QueuedConnectionConcurrencyTest {

  private final SlowWire wire = new SlowWire();
  private final Backlog backlog = new Backlog(Long.MAX_VALUE);
  private final QueuedConnection connection =
      new QueuedConnection(
          wire, Queues.of(QueueLimits.unlimited(), new ManualTime(), backlog), () -> {});
  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean closing; // from then on what is sent may be refused

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Sends a message. */
  @Operation
  public void send() {
    sent.incrementAndGet();
    connection.send(new byte[] {'x'});
  }

  /** What the wire has is written. */
  @Operation
  public void finish() {
    wire.finish();
  }

  /** Closes it. */
  @Operation
  public void close() {
    closing = true;
    connection.close(CloseReason.RESTART);
  }

  /** What has to be so when all is quiet. */
  @Validate
  public void nothingIsLeft() {
    boolean more = true;
    while (more) {
      more = wire.finish();
    }
    Interleavings.check(closing || wire.written == sent.get(), "all was written");
    Interleavings.check(wire.closes == (closing ? 1 : 0), "it was closed once");
    Interleavings.check(connection.waitingBytes() == 0, "nothing waits");
    Interleavings.check(backlog.bytes() == 0, "nothing is counted");
  }

  /** Writes until it is told that it has. */
  private static final class SlowWire implements Wire {

    private final AtomicReference<@Nullable Written> writing = new AtomicReference<>();
    private int written; // guarded by "one write at a time"
    private int closes; // guarded by the connection's promise to close once

    @Override
    public void write(byte[] utf8, Written told) {
      Interleavings.check(closes == 0, "nothing is written after the close");
      Interleavings.check(writing.compareAndSet(null, told), "one write at a time");
      written++;
    }

    private boolean finish() {
      Written told = writing.getAndSet(null);
      if (told != null) {
        told.done();
      }
      return told != null;
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseReason reason) {
      closes++;
    }

    @Override
    public void drop() {}
  }
}
