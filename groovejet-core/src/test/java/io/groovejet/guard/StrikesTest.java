package io.groovejet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Counting offences within a sliding time. */
final class StrikesTest {

  private static final Instant NOON = Instant.parse("2001-01-01T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void theThirdOfThreeIsOut() {
    Strikes strikes = new Strikes(3, MINUTE);

    assertThat(strikes.isOut(NOON)).isFalse();
    assertThat(strikes.isOut(NOON)).isFalse();
    assertThat(strikes.isOut(NOON)).isTrue();
    assertThat(strikes.isOut(NOON)).isTrue();
  }

  @Test
  void theFirstOfOneIsOut() {
    assertThat(new Strikes(1, MINUTE).isOut(NOON)).isTrue();
  }

  @Test
  void anOffenceIsForgottenAfterItsTime() {
    Strikes strikes = new Strikes(3, MINUTE);

    strikes.isOut(NOON);
    strikes.isOut(NOON.plusSeconds(30));

    assertThat(strikes.isOut(NOON.plusSeconds(60))).isFalse();
    assertThat(strikes.isOut(NOON.plusSeconds(89))).isTrue();
  }

  @Test
  void anOffenceCountsUntilItsTimeIsOver() {
    Strikes strikes = new Strikes(3, MINUTE);

    strikes.isOut(NOON);
    strikes.isOut(NOON);

    assertThat(strikes.isOut(NOON.plusSeconds(60).minusNanos(1))).isTrue();
  }

  @Test
  void steadyOffendersBelowTheLimitAreNeverOut() {
    Strikes strikes = new Strikes(3, MINUTE);

    strikes.isOut(NOON);
    strikes.isOut(NOON.plusSeconds(30));
    strikes.isOut(NOON.plusSeconds(60));
    strikes.isOut(NOON.plusSeconds(90));

    assertThat(strikes.isOut(NOON.plusSeconds(120))).isFalse();
  }
}
