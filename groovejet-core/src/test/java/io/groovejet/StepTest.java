package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exactly one goes on after a step: the loop or whoever ends the step. */
final class StepTest {

  private final AtomicInteger wentOn = new AtomicInteger();
  private final Step step = new Step(wentOn::incrementAndGet);

  @Test
  void whatEndsBeforeTheLoopAsksLeavesTheLoopToGoOn() {
    step.end();

    assertThat(step.hasEnded()).isTrue();
    assertThat(wentOn).hasValue(0);
  }

  @Test
  void whatEndsAfterTheLoopWasLeftGoesOnItself() {
    assertThat(step.hasEnded()).isFalse();

    step.end();

    assertThat(wentOn).hasValue(1);
  }

  @Test
  void aSecondEndDoesNothing() {
    step.end();
    step.end();
    assertThat(step.hasEnded()).isTrue();

    step.end();

    assertThat(wentOn).hasValue(0);
  }

  @Test
  void afterTheLoopWasLeftASecondEndDoesNothingEither() {
    assertThat(step.hasEnded()).isFalse();

    step.end();
    step.end();

    assertThat(wentOn).hasValue(1);
  }

  @Test
  @Timeout(60)
  void inARaceExactlyOneGoesOn() throws InterruptedException {
    ExecutorService other = Executors.newSingleThreadExecutor();
    int races = 20_000;
    CountDownLatch ended = new CountDownLatch(races);
    AtomicInteger byTheLoop = new AtomicInteger();

    IntStream.range(0, races)
        .forEach(
            i -> {
              Step race = new Step(wentOn::incrementAndGet);
              other.execute(
                  () -> {
                    race.end();
                    ended.countDown();
                  });
              byTheLoop.addAndGet(race.hasEnded() ? 1 : 0);
            });
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    other.shutdown();

    assertThat(byTheLoop.get() + wentOn.get()).isEqualTo(races);
  }
}
