package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Guests that come, join, offer, are answered and close, again and again, to hosts that stay. */
final class JoinScenario implements Rounds {

  private static final String CPU = "CPU µs/session";

  @Override
  public String headline() {
    return CPU;
  }

  /**
   * One guest a room, as others would hear of each that comes and goes. Java compiles for some 15 s
   * of so few sessions, which is not to be in the figures.
   */
  @Override
  public Map<String, String> usual() {
    return Map.of("rooms", "200", "guests", "1", "warm-up", "5");
  }

  @Override
  public Stage prepare(Crowd crowd, Server server, Settings settings) {
    return new Door(crowd, server, settings);
  }

  private static final class Door implements Stage, Player.Game {

    private final Crowd crowd;
    private final Server server;
    private final Settings settings;
    private final List<Player> guests;
    private long sessions;
    private int visiting;
    private boolean ready; // all hosts are there, and guests come one visit at a time
    private boolean playing; // whoever leaves comes again

    Door(Crowd crowd, Server server, Settings settings) {
      this.crowd = crowd;
      this.server = server;
      this.settings = settings;
      List<Room> rooms =
          Room.open(
              crowd, server.target(), this, settings.number("rooms"), settings.number("guests"));
      this.guests = rooms.stream().flatMap(room -> room.guests().stream()).toList();
      this.visiting = guests.size();
      guests.forEach(Player::leaves);
      crowd.until("all guests have left", () -> visiting == 0);
      ready = true;
    }

    @Override
    public Sample play() {
      playing = true;
      guests.forEach(this::comes);
      crowd.pass(Duration.ofMillis(300));
      sessions = 0;
      Duration cpuBefore = server.cpu();
      long start = System.nanoTime();
      crowd.pass(settings.seconds());
      double seconds = (System.nanoTime() - start) / 1e9;
      Duration cpu = server.cpu().minus(cpuBefore);
      long done = sessions;
      playing = false;
      crowd.until("all guests have left", () -> visiting == 0);
      return Sample.of("sessions/s", done / seconds, CPU, Scenario.micros(cpu, done));
    }

    private void comes(Player guest) {
      visiting++;
      guest.isReplaced();
    }

    @Override
    public void entered(Player player) {
      if (ready && player.seat() != 0) {
        player.offers();
      }
    }

    @Override
    public void offered(Room room, int seat) {
      room.host().says(room.guest(seat).answer());
    }

    @Override
    public void answered(Player guest) {
      sessions++;
      guest.leaves();
    }

    @Override
    public void ended(Player player) {
      visiting--;
      if (playing) {
        comes(player);
      }
    }
  }
}
