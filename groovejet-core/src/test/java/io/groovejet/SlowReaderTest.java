package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import io.groovejet.guard.QueueLimits;
import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Protocol section 8: a client that does not read what it is sent. */
final class SlowReaderTest {

  private static final QueueLimits LIMITS =
      new QueueLimits(100, 5, Duration.ofSeconds(10), Duration.ofSeconds(2));

  private final ManualTime time = new ManualTime();
  private final FakeWire wire = new FakeWire();
  private final AtomicInteger hungUp = new AtomicInteger();
  private final QueuedConnection connection =
      new QueuedConnection(
          wire, Queues.of(LIMITS, time, new Backlog(Long.MAX_VALUE)), hungUp::incrementAndGet);

  @Test
  void bytesThatWaitAreBounded() {
    send(1_000);
    send(60);
    send(40);
    assertThat(wire.takeStory()).hasSize(1);
    assertThat(hungUp).hasValue(0);

    send(1);

    assertThat(wire.takeStory()).containsExactly("<close 4003>");
    assertThat(hungUp).hasValue(1);
  }

  @Test
  void messagesThatWaitAreBounded() {
    IntStream.range(0, 6).forEach(i -> send(1));
    assertThat(wire.takeStory()).hasSize(1);

    send(1);

    assertThat(wire.takeStory()).containsExactly("<close 4003>");
    assertThat(hungUp).hasValue(1);
  }

  @Test
  void theTimeAMessageWaitsIsBounded() {
    send(1);
    time.pass(Duration.ofSeconds(5));
    send(2);
    wire.takeStory();

    time.pass(Duration.ofMillis(9_999));
    assertThat(wire.takeStory()).isEmpty();
    time.pass(Duration.ofMillis(1));

    assertThat(wire.takeStory()).containsExactly("<close 4003>");
    assertThat(hungUp).hasValue(1);
  }

  @Test
  void onlyTheOldestThatWaitsCounts() {
    send(1);
    IntStream.range(0, 20)
        .forEach(
            i -> {
              send(2);
              time.pass(Duration.ofSeconds(6));
              wire.finishes();
            });

    assertThat(wire.takeStory()).hasSize(21).doesNotContain("<close 4003>");
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void everyMessageHasItsOwnTime() {
    send(1);
    send(2);
    time.pass(Duration.ofSeconds(4));
    send(3);
    wire.finishes();
    wire.takeStory();

    time.pass(Duration.ofMillis(9_999));
    assertThat(wire.takeStory()).isEmpty();
    time.pass(Duration.ofMillis(1));

    assertThat(wire.takeStory()).containsExactly("<close 4003>");
  }

  @Test
  void theMessageBeingWrittenHasAllTheTime() {
    send(1_000);

    time.pass(Duration.ofHours(1));

    assertThat(wire.takeStory()).hasSize(1);
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void aMessageOfAnySizeIsAcceptedWhenNothingWaits() {
    send(1);
    send(1_000_000);
    wire.takeStory();

    wire.finishes();

    assertThat(wire.takeStory()).singleElement().asString().hasSize(1_000_000);
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void behindItNoOtherIs() {
    send(1);
    send(1_000_000);
    wire.takeStory();

    send(1);

    assertThat(wire.takeStory()).containsExactly("<close 4003>");
  }

  @Test
  void whatWasWrittenWaitsNoMore() {
    send(1);
    IntStream.range(0, 50)
        .forEach(
            i -> {
              send(100);
              wire.finishes();
            });

    assertThat(wire.takeStory()).hasSize(51);
    assertThat(hungUp).hasValue(0);
  }

  @Test
  void theRestIsDiscardedAndTheConnectionDropped() {
    IntStream.range(0, 7).forEach(i -> send(1));
    assertThat(wire.takeStory()).containsExactly("x", "<close 4003>");

    wire.finishes();
    send(1);
    connection.close(CloseReason.IDLE);
    assertThat(wire.takeStory()).isEmpty();
    time.pass(Duration.ofSeconds(2));
    assertThat(wire.takeStory()).containsExactly("<drop>");
    time.pass(Duration.ofMinutes(1));

    assertThat(wire.takeStory()).isEmpty();
    assertThat(hungUp).hasValue(1);
  }

  @Test
  void theLobbyTakesItAsLost() {
    Limits limits = Limits.ofDefaults().withQueue(LIMITS);
    Lobby lobby = Lobby.builder().timekeeper(time).limits(limits).build();
    ClientSession session = lobby.connect(OpeningHandshake.messageDialect(), wire);
    session.received("{\"type\":\"createRoom\"}");
    assertThat(lobby.report().connections()).isEqualTo(1);

    session.received("{\"type\":\"nonsense\"}");

    assertThat(lobby.report().connections()).isZero();
    assertThat(wire.takeStory()).hasSize(2).contains("<close 4003>");
    session.received("{\"type\":\"leaveRoom\"}");
    assertThat(wire.takeStory()).isEmpty();
  }

  private void send(int size) {
    connection.send("x".repeat(size).getBytes(StandardCharsets.UTF_8));
  }
}
