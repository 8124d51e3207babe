package io.groovejet.benchmarks.load;

import java.time.Duration;
import java.util.List;

/** Every guest offers, its host answers, and on the answer the guest offers anew. */
final class ClosedLoop implements Player.Game {

  /** The CPU time of the server for each signal that it relayed. */
  static final String CPU = "CPU µs/message";

  /** How many signals were relayed in a second. */
  static final String RATE = "messages/s";

  private final Crowd crowd;
  private final Server server;
  private final List<Room> rooms;
  private long relayed;
  private int underWay; // guests that wait for an answer
  private boolean playing;

  /** Opens its rooms. */
  ClosedLoop(Crowd crowd, Server server, Settings settings) {
    this.crowd = crowd;
    this.server = server;
    this.rooms =
        Room.open(
            crowd, server.target(), this, settings.number("rooms"), settings.number("guests"));
  }

  /** Plays for so long. */
  Sample play(Duration duration) {
    Duration cpuBefore = server.cpu();
    long start = System.nanoTime();
    relayed = 0;
    playing = true;
    rooms.stream().flatMap(room -> room.guests().stream()).forEach(this::offers);
    crowd.pass(duration);
    playing = false;
    crowd.until("all have been answered", () -> underWay == 0);
    double seconds = (System.nanoTime() - start) / 1e9;
    Duration cpu = server.cpu().minus(cpuBefore);
    return Sample.of(RATE, relayed / seconds, CPU, Scenario.micros(cpu, relayed));
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
