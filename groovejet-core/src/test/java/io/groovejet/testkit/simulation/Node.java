package io.groovejet.testkit.simulation;

import io.groovejet.Lobby;
import io.groovejet.Timekeeper;
import io.groovejet.guard.Limits;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;

/** One server with its lobby and its own clock, which may be ahead. */
final class Node {

  private final String name;
  private final Clock clock;
  private final Hearsay hearsay = new Hearsay();
  private final Lobby lobby;
  private long connections; // how many it has taken
  private boolean alive = true; // it was not killed

  Node(String name, World world, Duration ahead) {
    this.name = name;
    this.clock = new Clock(world.time(), ahead);
    this.lobby =
        Lobby.builder()
            .timekeeper(clock)
            .names(world.names())
            .store(world.store())
            .snapshots(world.snapshots())
            .limits(Limits.ofDefaults().withPerAddress(world.perAddress()))
            .bus(world::pass)
            .listener(hearsay, Runnable::run)
            .build();
    hearsay.beginsWith(world.rooms());
  }

  String name() {
    return name;
  }

  /** What its lobby tells of its rooms. */
  Hearsay hearsay() {
    return hearsay;
  }

  Lobby lobby() {
    return lobby;
  }

  boolean alive() {
    return alive;
  }

  Instant now() {
    return clock.now();
  }

  ConnectionId nextConnection() {
    return new ConnectionId(lobby.node(), ++connections);
  }

  /** Nothing of it does anything from now on. */
  void dies() {
    alive = false;
    clock.stopped = true;
  }

  /** Its clock is set forward. */
  void jumps(Duration further) {
    clock.ahead = clock.ahead.plus(further);
  }

  /** The world's time, or what this node takes for it. */
  private static final class Clock implements Timekeeper {

    private final ManualTime world;
    private Duration ahead; // grows only
    private boolean stopped; // its node is no more

    private Clock(ManualTime world, Duration ahead) {
      this.world = world;
      this.ahead = ahead;
    }

    @Override
    public Instant now() {
      return world.now().plus(ahead);
    }

    @Override
    public void wakeAt(Instant instant, Runnable task) {
      world.wakeAt(
          instant.minus(ahead),
          () -> {
            if (!stopped) {
              task.run();
            }
          });
    }
  }
}
