package io.groovejet.examples;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server with a heap of 256 MiB is attacked in every way we know, in small and all at once. */
final class ShortAttack {

  static final String[] ALL_AT_ONCE = {
    "neverRead 1",
    "endlessFragments 10 1",
    "pingFlood 2",
    "messageFlood",
    "halfOpenHandshakes 300",
    "guessCodes 5 1 10 40 1",
    "guessCodes 6 20 1 25 1",
    "comeAndGo 400"
  };

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aHealthyPairIsServedWhateverOthersDo(Transport transport) throws Exception {
    try (Siege siege = Siege.of(transport, 1)) {
      siege.survives("all at once", ALL_AT_ONCE);

      siege.ends();
    }
  }
}
