package io.groovejet.benchmarks.load;

import io.groovejet.benchmarks.load.Scenario.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads servers over loopback sockets and compares them: every round plays on each of them in turn,
 * so that what disturbs the machine disturbs all. The first round only warms up. Prints a table,
 * and leaves it and a plot under {@code target/harness}.
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
    play(scenario, settings, results);
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
    return all;
  }

  private static void play(Scenario scenario, Settings settings, Results results) {
    if (!scenario.isInterleaved()) {
      for (Contender contender : settings.contenders()) {
        playAlone(scenario, contender, settings, results);
      }
      return;
    }
    List<Server> servers = new ArrayList<>();
    try (Crowd crowd = new Crowd()) {
      Map<Server, Stage> stages = new LinkedHashMap<>();
      for (Contender contender : settings.contenders()) {
        Server server = Server.of(contender, settings);
        servers.add(server);
        stages.put(server, scenario.prepare(crowd, server, settings));
      }
      for (int round = 0; round <= settings.number("rounds"); round++) {
        for (Map.Entry<Server, Stage> each : stages.entrySet()) {
          results.add(each.getKey().contender(), round, each.getValue().play());
        }
      }
    } finally {
      servers.forEach(Server::close);
    }
  }

  private static void playAlone(
      Scenario scenario, Contender contender, Settings settings, Results results) {
    try (Crowd crowd = new Crowd();
        Server server = Server.of(contender, settings)) {
      results.add(contender, 1, scenario.prepare(crowd, server, settings).play());
    }
  }
}
