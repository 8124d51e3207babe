package io.groovejet.benchmarks.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario in rounds: each plays on all servers in turn, so that what disturbs the machine
 * disturbs them all. The first ones, until number 1, warm up.
 */
interface Rounds extends Scenario {

  /** One server that takes part. */
  interface Stage {

    /** One round. */
    Sample play();
  }

  /** Readies a server that has just been started. */
  Stage prepare(Crowd crowd, Server server, Settings settings);

  @Override
  default void play(Settings settings, Results results) {
    List<Server> servers = new ArrayList<>();
    try (Crowd crowd = new Crowd()) {
      Map<Server, Stage> stages = new LinkedHashMap<>();
      for (Contender contender : settings.contenders()) {
        Server server = Server.of(contender, settings);
        servers.add(server);
        stages.put(server, prepare(crowd, server, settings));
      }
      for (int round = 1 - settings.number("warm-up");
          round <= settings.number("rounds");
          round++) {
        for (Map.Entry<Server, Stage> each : stages.entrySet()) {
          results.add(each.getKey().contender(), round, each.getValue().play());
        }
      }
    } finally {
      servers.forEach(Server::close);
    }
  }
}
