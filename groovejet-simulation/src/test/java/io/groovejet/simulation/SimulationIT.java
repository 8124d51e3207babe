package io.groovejet.simulation;

import io.groovejet.testkit.simulation.Simulation;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random worlds in which everything fails that can. {@code -Psoak} runs a million of them; {@code
 * -Dgroovejet.simulation.from} begins with another seed.
 */
final class SimulationIT {

  @Test
  void theInvariantsHoldInEveryWorld() {
    long from = Long.getLong("groovejet.simulation.from", 0);
    long worlds = Long.getLong("groovejet.simulation.worlds", 20_000);
    LongStream.range(from, from + worlds).parallel().forEach(Simulation::run);
  }
}
