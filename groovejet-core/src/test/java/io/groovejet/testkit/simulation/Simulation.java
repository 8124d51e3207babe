package io.groovejet.testkit.simulation;

import io.groovejet.testkit.simulation.Invariant.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Random worlds: clients that create, join, play, lose their connections and come back, on lobbies
 * whose stores, clocks and sockets fail, in an order that a seed decides, on time that stands
 * still. After every step every {@link Invariant} is looked at.
 */
public final class Simulation {

  private static final int MOST_TOLD = 250;

  private Simulation() {}

  /** Runs the world of {@code seed}; a failure tells the seed and the shortest story found. */
  public static void run(long seed) {
    failure(Schedule.of(seed))
        .ifPresent(
            broken -> {
              throw report("seed " + seed, shrunken(Schedule.of(seed), broken.invariant()));
            });
  }

  /** Which invariant breaks in the world of {@code seed}; empty if none does. */
  public static Optional<Invariant> broken(long seed) {
    return failure(Schedule.of(seed)).map(Broken::invariant);
  }

  /** Runs a schedule as it was printed by a failure. */
  public static void replay(String printed) {
    Schedule schedule = Schedule.parse(printed);
    if (failure(schedule).isPresent()) {
      throw report("kept schedule", schedule);
    }
  }

  private static Optional<Broken> failure(Schedule schedule) {
    try {
      new World(schedule, false).run();
      return Optional.empty();
    } catch (Broken broken) {
      return Optional.of(broken);
    }
  }

  /** Leaves out steps as long as the same invariant breaks. */
  private static Schedule shrunken(Schedule schedule, Invariant invariant) {
    Schedule shortest = schedule;
    for (int size = schedule.steps().size() / 2; size > 0; size = next(size, shortest, schedule)) {
      schedule = shortest;
      for (int at = shortest.steps().size() - size; at > -size; at -= size) {
        Schedule shorter = shortest.without(Math.max(at, 0), size);
        boolean same = failure(shorter).filter(now -> now.invariant() == invariant).isPresent();
        shortest = same ? shorter : shortest;
      }
    }
    return shortest;
  }

  private static int next(int size, Schedule after, Schedule before) {
    return size == 1 && after.steps().size() < before.steps().size() ? 1 : size / 2;
  }

  private static AssertionError report(String which, Schedule schedule) {
    World world = new World(schedule, true);
    List<String> told = new ArrayList<>();
    String complaint = "it does not fail when it is told";
    try {
      world.run();
    } catch (Broken broken) {
      complaint = String.valueOf(broken.getMessage());
      told.addAll(world.story());
    }
    List<String> end = told.subList(Math.max(0, told.size() - MOST_TOLD), told.size());
    return new AssertionError(
        which + ": " + complaint + "\n\nKeep it as: " + schedule + "\n\n" + String.join("\n", end));
  }
}
