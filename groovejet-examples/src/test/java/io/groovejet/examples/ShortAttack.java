package io.groovejet.examples;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server with a heap of 256 MiB is attacked in every way we know, in small and all at once. */
final class ShortAttack {

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aHealthyPairIsServedWhateverOthersDo(Transport transport) throws Exception {
    try (Siege siege = Siege.of(transport, Duration.ofSeconds(5))) {
      Attacks attacks = siege.attacks();

      siege.survives(
          "all at once",
          () -> attacks.neverRead(1),
          () -> attacks.endlessFragments(10),
          () -> attacks.pingFlood(2),
          attacks::messageFlood,
          () -> attacks.halfOpenHandshakes(300),
          () -> attacks.guessCodes(1, 10, 40),
          () -> attacks.guessCodes(20, 1, 25),
          () -> attacks.comeAndGo(400));

      siege.ends();
    }
  }
}
