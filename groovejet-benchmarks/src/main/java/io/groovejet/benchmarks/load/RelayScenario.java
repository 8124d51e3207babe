package io.groovejet.benchmarks.load;

import java.util.List;

/**
 * Closed loop, saturated: every guest offers, its host answers, and on the answer the guest offers
 * anew. Every signal has 2.5 KB.
 */
final class RelayScenario implements Scenario {

  @Override
  public String headline() {
    return "CPU µs/message";
  }

  @Override
  public Stage prepare(Crowd crowd, Server server, Settings settings) {
    return new Loop(crowd, server, settings);
  }

  private static final class Loop implements Stage, Player.Game {

    private final Crowd crowd;
    private final Server server;
    private final Settings settings;
    private final List<Room> rooms;
    private long relayed;
    private int underWay; // signals
    private boolean playing;

    Loop(Crowd crowd, Server server, Settings settings) {
      this.crowd = crowd;
      this.server = server;
      this.settings = settings;
      this.rooms =
          Room.open(
              crowd, server.target(), this, settings.number("rooms"), settings.number("guests"));
    }

    @Override
    public Sample play() {
      playing = true;
      rooms.stream().flatMap(room -> room.guests().stream()).forEach(this::offers);
      crowd.pass(java.time.Duration.ofMillis(300));
      relayed = 0;
      var cpuBefore = server.cpu();
      long start = System.nanoTime();
      crowd.pass(settings.seconds());
      double seconds = (System.nanoTime() - start) / 1e9;
      var cpu = server.cpu().minus(cpuBefore);
      long messages = relayed;
      playing = false;
      crowd.until("all have been answered", () -> underWay == 0);
      return Sample.of(
          "messages/s", messages / seconds, headline(), Scenario.micros(cpu, messages));
    }

    private static String headline() {
      return new RelayScenario().headline();
    }

    private void offers(Player guest) {
      underWay++;
      guest.offers();
    }

    @Override
    public void offered(Room room, int seat) {
      relayed++;
      room.host().says(room.guest(seat).answer());
    }

    @Override
    public void answered(Player guest) {
      relayed++;
      underWay--;
      if (playing) {
        offers(guest);
      }
    }
  }
}
