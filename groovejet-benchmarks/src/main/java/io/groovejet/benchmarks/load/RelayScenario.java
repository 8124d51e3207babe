package io.groovejet.benchmarks.load;

/** Closed loop, saturated; every signal has 2.5 KB. */
final class RelayScenario implements Rounds {

  @Override
  public String headline() {
    return ClosedLoop.CPU;
  }

  @Override
  public Stage prepare(Crowd crowd, Server server, Settings settings) {
    ClosedLoop loop = new ClosedLoop(crowd, server, settings);
    return () -> loop.play(settings.seconds());
  }
}
