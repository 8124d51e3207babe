package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.guard.Guesses;
import io.groovejet.protocol.Address;
import io.groovejet.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  @Test
  void thousandsThatWaitNeedNoDeepStack() {
    ManualTime time = new ManualTime();
    Turnstile turnstile = new Turnstile(new Guesses(2, Duration.ofMinutes(10)), time);
    Address address = OpeningHandshake.messageDialect().address();
    Queue<Runnable> underWay = new ArrayDeque<>();
    turnstile.enter(address, (lockedFor, over) -> underWay.add(over));
    turnstile.enter(address, (lockedFor, over) -> underWay.add(over));
    int[] right = {0};
    for (int i = 0; i < 100_000; i++) {
      turnstile.enter(
          address,
          (lockedFor, over) -> {
            right[0]++;
            over.run();
          });
    }
    assertThat(right[0]).isZero();

    underWay.remove().run();

    assertThat(right[0]).isEqualTo(100_000);
    underWay.remove().run();
    assertThat(turnstile.addresses()).isZero();
  }

  @Test
  void aGuessThatBreaksKeepsNobodyElseWaiting() {
    Turnstile turnstile = new Turnstile(new Guesses(1, Duration.ofMinutes(10)), new ManualTime());
    Address address = OpeningHandshake.messageDialect().address();
    Queue<String> answered = new ArrayDeque<>();

    assertThatThrownBy(
            () ->
                turnstile.enter(
                    address,
                    (lockedFor, over) -> {
                      turnstile.enter(
                          address,
                          (unlocked, alsoOver) -> {
                            answered.add("next");
                            alsoOver.run();
                          });
                      assertThat(answered).isEmpty();
                      over.run();
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");

    assertThat(answered).containsExactly("next");
    assertThat(turnstile.addresses()).isZero();
  }
}
