package io.groovejet.guard;

import static io.groovejet.testkit.ManualTime.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.Address;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class GuessesTest {

  private static final Address MALLORY = new Address("192.0.2.1");

  private final Guesses guesses = new Guesses(3, Duration.ofMinutes(10));

  @Test
  void whoGuessedTooOftenIsLockedOutUntilTheFirstGuessIsForgotten() {
    guesses.wrong(MALLORY, NOON);
    guesses.wrong(MALLORY, NOON.plusSeconds(60));
    assertThat(guesses.lockedFor(MALLORY, NOON.plusSeconds(60))).isZero();
    guesses.wrong(MALLORY, NOON.plusSeconds(120));

    assertThat(guesses.lockedFor(MALLORY, NOON.plusSeconds(120))).isEqualTo(Duration.ofMinutes(8));
    assertThat(guesses.lockedFor(MALLORY, NOON.plusSeconds(599))).isEqualTo(Duration.ofSeconds(1));
    assertThat(guesses.lockedFor(MALLORY, NOON.plusSeconds(600))).isZero();
  }

  @Test
  void othersAreNotMeant() {
    for (int i = 0; i < 3; i++) {
      guesses.wrong(MALLORY, NOON);
    }

    assertThat(guesses.lockedFor(new Address("192.0.2.2"), NOON)).isZero();
    assertThat(guesses.lockedFor(MALLORY, NOON)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void guessingOnDoesNotProlongTheLock() {
    for (int i = 0; i < 100; i++) {
      guesses.wrong(MALLORY, NOON);
    }

    assertThat(guesses.lockedFor(MALLORY, NOON.plusSeconds(600))).isZero();
  }

  @Test
  void memoryIsBoundedWhoeverGuesses() {
    for (int i = 0; i < 100_000; i++) {
      guesses.wrong(new Address("attacker " + i), NOON);
    }
    guesses.wrong(MALLORY, NOON);

    assertThat(guesses.addresses()).isBetween(1, 20_000);
  }

  @Test
  void whatIsForgottenTakesNoMemory() {
    Instant later = NOON.plus(Duration.ofMinutes(11));
    for (int i = 0; i < 1_000; i++) {
      guesses.wrong(new Address("guest " + i), NOON);
    }
    guesses.wrong(MALLORY, later);

    assertThat(guesses.addresses()).isEqualTo(1);
  }
}
