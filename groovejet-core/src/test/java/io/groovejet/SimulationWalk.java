package io.groovejet;

import io.groovejet.testkit.simulation.Simulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A look at some random worlds; {@code groovejet-simulation} looks at many. */
final class SimulationWalk {

  private static final Logger LOG = Logger.getLogger("io.groovejet"); // kept, so that it stays off
  private static final String KEPT = "testkit/simulation/kept-schedules.txt";

  @BeforeAll
  static void troubleIsExpected() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void troubleIsNews() {
    LOG.setLevel(null);
  }

  @Test
  void theInvariantsHoldInFiveHundredWorlds() {
    LongStream.range(0, 500).parallel().forEach(Simulation::run);
  }

  @ParameterizedTest
  @MethodSource
  void whatWentWrongOnceStaysRight(String kept) {
    Simulation.replay(kept.substring(kept.indexOf(": ") + 2));
  }

  static Stream<String> whatWentWrongOnceStaysRight() throws IOException {
    InputStream file = Objects.requireNonNull(SimulationWalk.class.getResourceAsStream(KEPT));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }
}
