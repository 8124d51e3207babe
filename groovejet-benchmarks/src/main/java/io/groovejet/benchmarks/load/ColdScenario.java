package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.Map;

/**
 * Servers that are started anew each round: how long until they are ready, and how much they relay
 * in their first seconds. {@code groovejet-netty+cds} is started with an archive of its classes,
 * {@code +aot} with an AOT cache, both made by a rehearsal.
 */
final class ColdScenario implements Scenario {

  @Override
  public String headline() {
    return ClosedLoop.RATE;
  }

  @Override
  public Map<String, String> usual() {
    return Map.of("seconds", "5", "servers", "groovejet-netty,groovejet-netty+cds,bare-ws");
  }

  @Override
  public void play(Settings settings, Results results) {
    settings.contenders().forEach(contender -> Server.of(contender, settings).close());
    for (int round = 1; round <= settings.number("rounds"); round++) {
      for (Contender contender : settings.contenders()) {
        results.add(contender, round, measure(contender, settings));
      }
    }
  }

  private static Sample measure(Contender contender, Settings settings) {
    long start = System.nanoTime();
    try (Crowd crowd = new Crowd();
        Server server = Server.of(contender, settings)) {
      long ready = System.nanoTime();
      ClosedLoop loop = new ClosedLoop(crowd, server, settings);
      Duration rest = settings.seconds().minusNanos(System.nanoTime() - ready);
      Sample relayed = loop.play(rest);
      return Sample.of(
          "ms to READY", (ready - start) / 1e6, ClosedLoop.RATE, relayed.figure(ClosedLoop.RATE));
    }
  }
}
