package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * All clients are reset at once and come back with their tokens, so many at a time: how long until
 * all are in their rooms again, or with a bare relay, until it has taken all sockets back.
 */
final class StormScenario implements Scenario {

  private static final String SECONDS = "s until all are back";

  @Override
  public String headline() {
    return SECONDS;
  }

  @Override
  public Stage prepare(Crowd crowd, Server server, Settings settings) {
    return new Storm(crowd, server, settings);
  }

  private static final class Storm implements Stage, Player.Game {

    private final Crowd crowd;
    private final Server server;
    private final int atOnce;
    private final List<Player> players;
    private final Queue<Player> outside = new ArrayDeque<>();
    private int coming;
    private int inside;

    Storm(Crowd crowd, Server server, Settings settings) {
      this.crowd = crowd;
      this.server = server;
      this.atOnce = settings.number("at-once");
      int seats = settings.number("guests") + 1;
      int rooms = settings.number("clients") / seats;
      this.players =
          Room.open(crowd, server.target(), this, rooms, seats - 1).stream()
              .flatMap(Room::players)
              .toList();
      this.coming = 0;
      this.inside = players.size();
    }

    @Override
    public Sample play() {
      Duration cpuBefore = server.cpu();
      long start = System.nanoTime();
      inside = 0;
      players.forEach(Player::reset);
      outside.addAll(players);
      while (inside < players.size()) {
        for (; coming < atOnce && !outside.isEmpty(); coming++) {
          outside.remove().comesBack();
        }
        crowd.turn(10);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Duration cpu = server.cpu().minus(cpuBefore);
      return Sample.of(SECONDS, seconds, "CPU µs/client", Scenario.micros(cpu, players.size()));
    }

    @Override
    public void entered(Player player) {
      coming--;
      inside++;
    }

    @Override
    public void offered(Room room, int seat) {
      throw new IllegalStateException("somebody has offered");
    }

    @Override
    public void answered(Player guest) {
      throw new IllegalStateException("somebody has answered");
    }
  }
}
