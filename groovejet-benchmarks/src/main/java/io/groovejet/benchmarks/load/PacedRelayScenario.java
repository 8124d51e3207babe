package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Open loop: offers at a fixed rate, one guest after the other, whatever the server does. Latency
 * is counted from the time an offer was to be sent, so that no delay hides another.
 */
final class PacedRelayScenario implements Rounds {

  private static final String P99 = "p99 µs";

  @Override
  public String headline() {
    return P99;
  }

  @Override
  public Stage prepare(Crowd crowd, Server server, Settings settings) {
    return new Pace(crowd, server, settings);
  }

  private static final class Pace implements Stage, Player.Game {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Crowd crowd;
    private final Server server;
    private final Settings settings;
    private final List<Player> guests;
    private final Map<Player, Queue<Long>> underWay = new HashMap<>(); // when each was to be sent
    private List<Long> latencies = new ArrayList<>();

    Pace(Crowd crowd, Server server, Settings settings) {
      this.crowd = crowd;
      this.server = server;
      this.settings = settings;
      List<Room> rooms =
          Room.open(
              crowd, server.target(), this, settings.number("rooms"), settings.number("guests"));
      this.guests = rooms.stream().flatMap(room -> room.guests().stream()).toList();
      guests.forEach(guest -> underWay.put(guest, new ArrayDeque<>()));
    }

    @Override
    public Sample play() {
      latencies = new ArrayList<>();
      Duration cpuBefore = server.cpu();
      long interval = NANOS / settings.number("rate");
      long count = settings.seconds().toNanos() / interval;
      long start = System.nanoTime();
      for (long sent = 0; sent < count; ) {
        long due = start + sent * interval;
        if (System.nanoTime() >= due) {
          Player guest = guests.get((int) (sent % guests.size()));
          underWay.get(guest).add(due);
          guest.offers();
          sent++;
        }
        crowd.turn(0);
      }
      crowd.until("all are delivered", () -> latencies.size() == count);
      Duration cpu = server.cpu().minus(cpuBefore);
      List<Long> sorted = latencies.stream().sorted().toList();
      return Sample.of(
          "p50 µs",
          Scenario.percentile(sorted, 0.5) / 1e3,
          P99,
          Scenario.percentile(sorted, 0.99) / 1e3,
          "p99.9 µs",
          Scenario.percentile(sorted, 0.999) / 1e3,
          "CPU µs/message",
          Scenario.micros(cpu, count));
    }

    @Override
    public void offered(Room room, int seat) {
      latencies.add(System.nanoTime() - underWay.get(room.guest(seat)).remove());
    }

    @Override
    public void answered(Player guest) {
      throw new IllegalStateException("nobody has answered");
    }
  }
}
