package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * All clients are reset at once and come back with their tokens, so many at a time: how long until
 * all are in their rooms again, or with a bare relay, until it has taken all sockets back.
 */
final class StormScenario implements Rounds {

  private static final String SECONDS = "s until all are back";

  @Override
  public String headline() {
    return SECONDS;
  }

  /** One storm takes a second, in which Java would do little but compile. */
  @Override
  public Map<String, String> usual() {
    return Map.of("warm-up", "4");
  }

  @Override
  public Stage prepare(Crowd crowd, Server server, Settings settings) {
    return new Storm(crowd, server, settings);
  }

  private static final class Storm implements Stage, Player.Game {

    private final Crowd crowd;
    private final Server server;
    private final Settings settings;
    private final Queue<Player> outside = new ArrayDeque<>();
    private int coming; // on their way
    private int inside;

    Storm(Crowd crowd, Server server, Settings settings) {
      this.crowd = crowd;
      this.server = server;
      this.settings = settings;
    }

    @Override
    public Sample play() {
      List<Player> players = everybody();
      Duration cpuBefore = server.cpu();
      long start = System.nanoTime();
      players.forEach(Player::reset);
      outside.addAll(players);
      while (inside < players.size()) {
        for (; coming < settings.number("at-once") && !outside.isEmpty(); coming++) {
          outside.remove().comesBack();
        }
        crowd.turn(10);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Duration cpu = server.cpu().minus(cpuBefore);
      players.forEach(Player::leaves);
      crowd.until("all have left", () -> inside == 0);
      return Sample.of(SECONDS, seconds, "CPU µs/client", Scenario.micros(cpu, players.size()));
    }

    private List<Player> everybody() {
      int seats = settings.number("guests") + 1;
      int rooms = settings.number("clients") / seats;
      List<Room> open = Room.open(crowd, server.target(), this, rooms, seats - 1);
      coming = 0;
      return open.stream().flatMap(Room::players).toList();
    }

    @Override
    public void entered(Player player) {
      coming--;
      inside++;
    }

    @Override
    public void ended(Player player) {
      inside--;
    }

    @Override
    public void offered(Room room, int seat) {
      new Silence().offered(room, seat);
    }

    @Override
    public void answered(Player guest) {
      new Silence().answered(guest);
    }
  }
}
