package io.groovejet.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Loads servers over loopback sockets and compares them. Prints a table, and leaves it and a plot
 * under {@code target/harness}.
 *
 * <pre>{@code
 * mvn -q package -DskipTests -pl groovejet-benchmarks -am
 * cd groovejet-benchmarks
 * java -cp target/benchmarks.jar io.groovejet.benchmarks.load.Harness relay
 * java -cp target/benchmarks.jar io.groovejet.benchmarks.load.Harness relay --servers=bare-ws,groovejet-netty
 * java -cp target/benchmarks.jar io.groovejet.benchmarks.load.Harness relay --url=ws://127.0.0.1:3000/ --pid=4711
 * }</pre>
 */
public final class Harness {

  private static final Map<String, Scenario> SCENARIOS = scenarios();

  private Harness() {}

  /** Plays the scenario that is named first, with options after it. */
  public static void main(String... arguments) throws IOException {
    Scenario scenario = arguments.length == 0 ? null : SCENARIOS.get(arguments[0]);
    if (scenario == null) {
      System.err.println("Say which of " + SCENARIOS.keySet());
      System.exit(2);
      return;
    }
    Settings settings =
        new Settings(scenario.usual(), Arrays.asList(arguments).subList(1, arguments.length));
    Cores.stayOn(settings.text("load-cores"));
    Results results = new Results(arguments[0], scenario.headline(), settings.text("baseline"));
    scenario.play(settings, results);
    System.out.print(results.table());
    results.keep(Path.of("target", "harness"));
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("relay", new RelayScenario());
    all.put("relay-rate", new PacedRelayScenario());
    all.put("join", new JoinScenario());
    all.put("idle", new IdleScenario());
    all.put("storm", new StormScenario());
    all.put("cold", new ColdScenario());
    return all;
  }
}
