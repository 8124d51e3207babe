package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.QueueLimits;
import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.ManualTime;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A queue before a wire: order, and how connections close. */
final class QueuedConnectionTest {

  private static final QueueLimits LIMITS =
      new QueueLimits(100, 5, Duration.ofSeconds(10), Duration.ofSeconds(2));

  private final ManualTime time = new ManualTime();
  private final FakeWire wire = new FakeWire();
  private final AtomicInteger hungUp = new AtomicInteger();
  private final Queues queues = Queues.of(LIMITS, time, new Backlog(Long.MAX_VALUE));
  private final QueuedConnection connection =
      new QueuedConnection(wire, queues, hungUp::incrementAndGet);

  @Test
  void aFreeWireWritesAtOnce() {
    send("a");

    assertThat(wire.takeStory()).containsExactly("a");
  }

  @Test
  void oneMessageIsWrittenAtATimeInOrder() {
    send("a");
    send("b");
    send("c");
    assertThat(wire.takeStory()).containsExactly("a");

    wire.finishes();
    assertThat(wire.takeStory()).containsExactly("b");
    send("d");
    wire.finishes();
    wire.finishes();
    wire.finishes();

    assertThat(wire.takeStory()).containsExactly("c", "d");
  }

  @Test
  void aWireThatWritesImmediatelyKeepsTheOrderToo() {
    wire.writesImmediately();

    send("a");
    send("b");

    assertThat(wire.takeStory()).containsExactly("a", "b");
  }

  @Test
  void aHundredThousandImmediateWritesDoNotDeepenTheStack() {
    QueuedConnection large =
        new QueuedConnection(
            wire,
            Queues.of(QueueLimits.unlimited(), time, new Backlog(Long.MAX_VALUE)),
            hungUp::incrementAndGet);
    IntStream.range(0, 100_001).forEach(i -> large.send(utf8("m")));
    assertThat(wire.takeStory()).hasSize(1);

    wire.writesImmediately();
    wire.finishes();

    assertThat(wire.takeStory()).hasSize(100_000);
  }

  @Test
  void pingsDoNotWait() {
    send("a");
    send("b");

    connection.ping();

    assertThat(wire.takeStory()).containsExactly("a", "<ping>");
  }

  @Test
  void aFreeConnectionClosesAtOnceAndIsDroppedSoon() {
    connection.close(CloseReason.IDLE);
    assertThat(wire.takeStory()).containsExactly("<close 4002>");

    time.pass(Duration.ofMillis(1_999));
    assertThat(wire.takeStory()).isEmpty();
    time.pass(Duration.ofMillis(1));

    assertThat(wire.takeStory()).containsExactly("<drop>");
  }

  @Test
  void aClientThatClosedIsDroppedSoonAndNothingWaitsForIt() {
    send("a");
    send("b");
    connection.abandon();
    connection.close(CloseReason.IDLE);

    wire.finishes();
    time.pass(Duration.ofMillis(1_999));
    assertThat(wire.takeStory()).containsExactly("a");
    time.pass(Duration.ofMillis(1));

    assertThat(wire.takeStory()).containsExactly("<drop>");
    assertThat(connection.waitingBytes()).isZero();
  }

  @Test
  void whoseSocketHasEndedIsNotDropped() {
    connection.close(CloseReason.IDLE);
    assertThat(wire.takeStory()).containsExactly("<close 4002>");

    wire.ends();
    connection.abandon();
    time.pass(Duration.ofMinutes(1));

    assertThat(wire.takeStory()).isEmpty();
  }

  @Test
  void aClientThatClosedAndWhoseSocketThenEndsIsNotDropped() {
    connection.abandon();
    time.pass(Duration.ofMillis(1_999));
    wire.ends();
    connection.abandon();

    time.pass(Duration.ofMinutes(1));

    assertThat(wire.takeStory()).isEmpty();
  }

  @Test
  void eachOfThoseThatStayIsDroppedInItsTurn() {
    FakeWire later = new FakeWire();
    QueuedConnection other = new QueuedConnection(later, queues, hungUp::incrementAndGet);
    connection.abandon();
    time.pass(Duration.ofSeconds(1));
    other.close(CloseReason.RESTART);
    assertThat(later.takeStory()).containsExactly("<close 1012>");

    time.pass(Duration.ofSeconds(1));
    assertThat(wire.takeStory()).containsExactly("<drop>");
    time.pass(Duration.ofMillis(999));
    assertThat(later.takeStory()).isEmpty();
    time.pass(Duration.ofMillis(1));

    assertThat(later.takeStory()).containsExactly("<drop>");
  }

  @Test
  void aClientThatIsGoneIsNotKeptUntilItWouldBeLookedAt() {
    WeakReference<Wire> gone = new WeakReference<>(wireOfSomebodyGone());

    for (int collection = 0; collection < 100 && gone.get() != null; collection++) {
      System.gc();
    }

    assertThat(gone.get()).isNull();
    time.pass(Duration.ofMinutes(1));
  }

  @Test
  void whatWasSentBeforeACloseIsWrittenFirst() {
    send("a");
    send("b");
    connection.close(CloseReason.RESTART);
    assertThat(wire.takeStory()).containsExactly("a");

    wire.finishes();
    wire.finishes();

    assertThat(wire.takeStory()).containsExactly("b", "<close 1012>");
  }

  @Test
  void whatIsSentAfterACloseIsNot() {
    send("a");
    connection.close(CloseReason.RESTART);

    send("b");
    connection.ping();
    wire.finishes();
    send("c");
    connection.ping();

    assertThat(wire.takeStory()).containsExactly("a", "<close 1012>");
  }

  @Test
  void twoClosesAreOneAndTheFirstReasonCounts() {
    send("a");
    connection.close(CloseReason.REPLACED);
    connection.close(CloseReason.SILENT);
    wire.finishes();

    connection.close(CloseReason.IDLE);

    assertThat(wire.takeStory()).containsExactly("a", "<close 4001>");
  }

  @Test
  void aCloseThatCannotBeFlushedIsADrop() {
    send("a");
    send("b");
    connection.close(CloseReason.RESTART);

    time.pass(Duration.ofMillis(9_999));
    assertThat(wire.takeStory()).containsExactly("a");
    time.pass(Duration.ofMillis(1));
    assertThat(wire.takeStory()).containsExactly("<drop>");
    wire.finishes();

    assertThat(wire.takeStory()).isEmpty();
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void aCloseThatWasFlushedInTimeIsDroppedOnlyAfterItsGrace() {
    send("a");
    connection.close(CloseReason.RESTART);
    time.pass(Duration.ofSeconds(9));
    wire.finishes();
    assertThat(wire.takeStory()).containsExactly("a", "<close 1012>");

    time.pass(Duration.ofMillis(1_999));
    assertThat(wire.takeStory()).isEmpty();
    time.pass(Duration.ofMillis(1));

    assertThat(wire.takeStory()).containsExactly("<drop>");
  }

  @Test
  void aFailedWriteDropsAndDiscardsTheRest() {
    send("a");
    send("b");

    wire.fails();
    send("c");
    connection.ping();
    connection.close(CloseReason.IDLE);
    time.pass(Duration.ofMinutes(1));

    assertThat(wire.takeStory()).containsExactly("a", "<drop>");
  }

  @Test
  void aFailureWhileClosingIsADrop() {
    send("a");
    send("b");
    connection.close(CloseReason.RESTART);

    wire.fails();
    time.pass(Duration.ofMinutes(1));

    assertThat(wire.takeStory()).containsExactly("a", "<drop>");
  }

  private Wire wireOfSomebodyGone() {
    FakeWire lost = new FakeWire();
    QueuedConnection theirs = new QueuedConnection(lost, queues, () -> {});
    theirs.send(utf8("a"));
    theirs.send(utf8("b"));
    lost.ends();
    theirs.abandon();
    return lost;
  }

  private void send(String text) {
    connection.send(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
