package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The attacks of {@link ShortAttack} in full, one after the other: {@code -Pattack}. A server that
 * has known none yet loads classes and interprets: so there is that one first.
 */
final class FullAttack {

  private static final int PAIRS = 4; // some 130 offers a second together
  private static final int AT_REST =
      50_000; // codes of ended rooms that a lobby keeps: then no more
  private static final long FLAT_KIB = 2 * 1024; // 42 bytes for each room that came and went

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aHealthyPairIsServedWhateverOthersDo(Transport transport) throws Exception {
    try (Siege siege = Siege.of(transport, PAIRS)) {
      siege.survives("all for the first time", ShortAttack.ALL_AT_ONCE);
      siege.survives("4,000 cycles", "comeAndGo 4000");
      siege.survives("2,016 that never read", "neverRead 32");
      siege.survives("200 endless messages", "endlessFragments 200 30");
      siege.survives("20 floods of pings", "pingFlood 20");
      siege.survives("50,000 messages/s", "messageFlood");
      siege.survives("5,000 half open", "halfOpenHandshakes 5000");
      siege.survives("guesses of 1 address", "guessCodes 7 1 50 150 100");
      siege.survives("guesses of 1,000", "guessCodes 8 1000 1 25 8");
      siege.survives("200 that hoard", "hoardSnapshots 200");
      siege.survives("50,000 cycles", "comeAndGo " + AT_REST);
      long before = siege.heapAtRest();
      siege.survives("50,000 more", "comeAndGo " + AT_REST);
      long growth = siege.heapAtRest() - before;

      System.out.printf("%-8s heap grew by %d KiB%n", transport.wording(), growth);
      assertThat(growth).isLessThan(FLAT_KIB);
      siege.ends();
    }
  }
}
