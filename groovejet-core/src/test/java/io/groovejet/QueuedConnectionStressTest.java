package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.QueueLimits;
import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.ManualTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue that many threads send to, before a wire that ends its writes on another. */
final class QueuedConnectionStressTest {

  private static final int SENDERS = 4;
  private static final int EACH = 10_000;

  private final CountDownLatch written = new CountDownLatch(SENDERS * EACH);
  private final RacingWire wire = new RacingWire();
  private final QueuedConnection connection =
      new QueuedConnection(
          wire,
          Queues.of(QueueLimits.unlimited(), new ManualTime(), new Backlog(Long.MAX_VALUE)),
          () -> {});

  @Test
  @Timeout(60)
  void everySendersOrderIsKeptAndNothingIsLost() throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    IntStream.range(0, SENDERS)
        .forEach(
            sender ->
                senders.execute(
                    () -> IntStream.range(0, EACH).forEach(i -> send(sender + " " + i))));
    assertThat(written.await(50, TimeUnit.SECONDS)).isTrue();
    senders.shutdown();
    wire.ends.shutdown();

    assertThat(wire.overlaps).hasValue(0);
    IntStream.range(0, SENDERS)
        .forEach(
            sender ->
                assertThat(wire.texts)
                    .filteredOn(text -> text.startsWith(sender + " "))
                    .containsExactlyElementsOf(
                        IntStream.range(0, EACH).mapToObj(i -> sender + " " + i).toList()));
  }

  private void send(String text) {
    connection.send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends every other write at once and the rest on another thread. */
  private final class RacingWire implements Wire {

    private final ExecutorService ends = Executors.newSingleThreadExecutor();
    private final AtomicInteger writing = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final List<String> texts = new ArrayList<>(); // guarded by "one write at a time"

    @Override
    public void write(byte[] utf8, Written told) {
      overlaps.addAndGet(writing.getAndIncrement());
      texts.add(new String(utf8, StandardCharsets.UTF_8));
      if (texts.size() % 2 == 0) {
        end(told);
      } else {
        ends.execute(() -> end(told));
      }
    }

    private void end(Written told) {
      writing.decrementAndGet();
      told.done();
      written.countDown();
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseReason reason) {}

    @Override
    public void drop() {}
  }
}
