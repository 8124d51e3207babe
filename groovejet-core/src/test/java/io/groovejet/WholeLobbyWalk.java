package io.groovejet;

import io.groovejet.testkit.simulation.Walk;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WholeLobbyWalk {

  @Test
  void fiveHundredRandomWorldsKeepTheInvariants() {
    LongStream.range(0, 500).forEach(Walk::through);
  }
}
