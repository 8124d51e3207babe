package io.groovejet;

import static io.groovejet.testkit.ManualTime.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When rooms are looked at again, and what is asked of the timekeeper for it. */
final class AlarmsTest {

  private static final RoomCode ONE = new RoomCode("one");
  private static final RoomCode TWO = new RoomCode("two");

  private final CountingTime time = new CountingTime();
  private final List<String> rung = new ArrayList<>();
  private final Alarms alarms =
      new Alarms(
          time, room -> rung.add(room + " " + Duration.between(NOON, time.now()).toSeconds()));

  @Test
  void roomsAreRungWhenTheirTimeComes() {
    alarms.set(ONE, at(20));
    alarms.set(TWO, at(10));

    time.passes(9);
    assertThat(rung).isEmpty();
    time.passes(100);

    assertThat(rung).containsExactly("two 10", "one 20");
    assertThat(alarms.pending()).isZero();
  }

  @Test
  void whatIsPastRingsAtOnce() {
    time.passes(50);
    alarms.set(ONE, at(10));

    time.passes(0);

    assertThat(rung).containsExactly("one 50");
  }

  @Test
  void roomsOfOneInstantAreAllRung() {
    alarms.set(ONE, at(10));
    alarms.set(TWO, at(10));

    time.passes(10);

    assertThat(rung).containsExactlyInAnyOrder("one 10", "two 10");
  }

  @Test
  void whoeverIsRungMaySetTheNext() {
    List<String> heard = new ArrayList<>();
    Alarms[] self = new Alarms[1];
    self[0] =
        new Alarms(
            time,
            room -> {
              heard.add(room.value());
              self[0].set(TWO, at(10 + 20L * heard.size()));
            });

    self[0].set(ONE, at(10));
    time.passes(29);
    assertThat(heard).containsExactly("one");
    time.passes(1);

    assertThat(heard).containsExactly("one", "two");
  }

  @Test
  void aRoomIsRungAtTheEarliestInstantItWasSetTo() {
    alarms.set(ONE, at(20));
    alarms.set(ONE, at(10));
    alarms.set(ONE, at(10));
    alarms.set(ONE, at(30));

    time.passes(100);

    assertThat(rung).containsExactly("one 10");
    assertThat(alarms.pending()).isZero();
  }

  @Test
  void afterItWasRungARoomCanBeSetAgain() {
    alarms.set(ONE, at(20));
    alarms.set(ONE, at(10));
    time.passes(10);

    alarms.set(ONE, at(15));
    alarms.set(ONE, at(20));
    time.passes(100);

    assertThat(rung).containsExactly("one 10", "one 15");
  }

  @Test
  void wakeUpsThatWereOvertakenEnd() {
    alarms.set(ONE, at(100_000));

    IntStream.range(1, 1_000)
        .forEach(
            i -> {
              alarms.set(TWO, time.now().plusSeconds(1));
              time.passes(2);
            });
    time.passes(200_000);

    assertThat(rung).hasSize(1_000);
    assertThat(time.asked).isLessThanOrEqualTo(2_000);
  }

  private static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  /** Manual time that counts what is asked of it. */
  private static final class CountingTime implements Timekeeper {

    private final ManualTime time = new ManualTime();
    private int asked; // how many wake-ups

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public void wakeAt(Instant instant, Runnable task) {
      asked++;
      time.wakeAt(instant, task);
    }

    private void passes(long seconds) {
      time.pass(Duration.ofSeconds(seconds));
    }
  }
}
