package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.QueueLimits;
import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What waits for all clients together is bounded. */
final class BacklogTest {

  private final Backlog backlog = new Backlog(1_000);
  private final ManualTime time = new ManualTime();
  private final List<String> hungUp = new ArrayList<>();

  @Test
  void theLargestQueueGoesWhenTogetherTheyAreTooMuch() {
    FakeWire slow = new FakeWire();
    FakeWire slower = new FakeWire();
    QueuedConnection ada = connection("ada", slow);
    QueuedConnection bob = connection("bob", slower);
    ada.send(new byte[100]);
    ada.send(new byte[100]);
    bob.send(new byte[100]);
    bob.send(new byte[600]);
    assertThat(backlog.bytes()).isEqualTo(900);
    assertThat(hungUp).isEmpty();

    ada.send(new byte[200]);

    assertThat(hungUp).containsExactly("bob");
    assertThat(backlog.bytes()).isEqualTo(400);
  }

  @Test
  void aMessageCountsThatTheSocketDoesNotTakeAtOnce() {
    QueuedConnection ada = connection("ada", new FakeWire());
    ada.send(new byte[600]);
    assertThat(backlog.bytes()).isEqualTo(600);

    QueuedConnection bob = connection("bob", new FakeWire());
    bob.send(new byte[700]);

    assertThat(hungUp).containsExactly("bob");
    assertThat(backlog.bytes()).isEqualTo(600);
  }

  @Test
  void aMessageDoesNotCountThatTheSocketTakesAtOnce() {
    FakeWire quick = new FakeWire();
    quick.writesImmediately();

    connection("ada", quick).send(new byte[2_000]);

    assertThat(hungUp).isEmpty();
    assertThat(backlog.bytes()).isZero();
  }

  @Test
  void whatIsWrittenDoesNotCountAnyMore() {
    FakeWire wire = new FakeWire();
    QueuedConnection ada = connection("ada", wire);
    ada.send(new byte[100]);
    ada.send(new byte[200]);
    ada.send(new byte[300]);
    assertThat(backlog.bytes()).isEqualTo(600);

    wire.finishes();
    assertThat(backlog.bytes()).isEqualTo(500);
    wire.finishes();
    wire.finishes();

    assertThat(backlog.bytes()).isZero();
    assertThat(ada.waitingBytes()).isZero();
  }

  @Test
  void whoIsClosedHasNothingWaiting() {
    QueuedConnection ada = connection("ada", new FakeWire());
    ada.send(new byte[100]);
    ada.send(new byte[200]);

    ada.giveUp();

    assertThat(backlog.bytes()).isZero();
    assertThat(hungUp).containsExactly("ada");
  }

  @Test
  void whatTheSocketDoesNotTakeIsFreedToo() {
    FakeWire slow = new FakeWire();
    QueuedConnection ada = connection("ada", slow);
    ada.send(new byte[100]);
    slow.takeStory();

    ada.giveUp();
    ada.giveUp();

    assertThat(slow.takeStory()).containsExactly("<drop>");
    assertThat(hungUp).containsExactly("ada");
  }

  @Test
  void whoeverIsClosingIsDroppedForItsMemoryToo() {
    FakeWire slow = new FakeWire();
    QueuedConnection ada = connection("ada", slow);
    ada.send(new byte[100]);
    ada.close(CloseReason.IDLE);
    slow.takeStory();

    ada.giveUp();

    assertThat(slow.takeStory()).containsExactly("<drop>");
    assertThat(hungUp).isEmpty();
  }

  @Test
  void whoeverWasWrittenToMeanwhileIsKept() {
    FakeWire quick = new FakeWire();
    QueuedConnection ada = connection("ada", quick);
    ada.send(new byte[100]);
    quick.finishes();
    quick.takeStory();

    ada.giveUp();

    assertThat(quick.takeStory()).isEmpty();
    assertThat(hungUp).isEmpty();
  }

  @Test
  void whatWaitsMayChangeWhileTheLargestIsLookedFor() {
    Random luck = new Random(1);
    for (int debtor = 0; debtor < 1_000; debtor++) {
      backlog.add(new Restless(luck), 2);
    }

    backlog.relieve();

    assertThat(backlog.bytes()).isEqualTo(2_000);
  }

  @Test
  void nearTheBudgetItIsTight() {
    QueuedConnection ada = connection("ada", new FakeWire());
    ada.send(new byte[1]);
    ada.send(new byte[900]);

    assertThat(backlog.isTight()).isTrue();
    ada.giveUp();
    assertThat(backlog.isTight()).isFalse();
  }

  /** Of whom another amount waits whenever somebody asks. */
  private static final class Restless implements Backlog.Debtor {

    private final Random luck;

    private Restless(Random luck) {
      this.luck = luck;
    }

    @Override
    public long waitingBytes() {
      return luck.nextInt(1_000);
    }

    @Override
    public void giveUp() {}
  }

  private QueuedConnection connection(String name, FakeWire wire) {
    return new QueuedConnection(
        wire, Queues.of(QueueLimits.unlimited(), time, backlog), () -> hungUp.add(name));
  }
}
