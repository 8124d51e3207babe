package io.groovejet.testkit.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What happens in one world. Each step is a number that decides by itself what is done, given the
 * world it meets; so a schedule with steps left out is a schedule.
 *
 * @param nodes how many lobbies share the store
 * @param players how many play
 * @param steps what they do, and what is done to them
 */
record Schedule(int nodes, int players, List<Long> steps) {

  private static final int STEPS = 200;

  Schedule {
    steps = List.copyOf(steps);
  }

  /** The schedule of that seed. */
  static Schedule of(long seed) {
    SplittableRandom luck = new SplittableRandom(seed);
    int nodes = luck.nextInt(3) == 0 ? 2 : 1;
    int players = luck.nextInt(2, 9);
    List<Long> steps = new ArrayList<>(STEPS);
    for (int i = 0; i < STEPS; i++) {
      steps.add(luck.nextLong());
    }
    return new Schedule(nodes, players, steps);
  }

  /** The schedule that {@link #toString} wrote. */
  static Schedule parse(String text) {
    String[] words = text.trim().split(" ");
    LongStream steps =
        Arrays.stream(words).skip(2).mapToLong(word -> Long.parseUnsignedLong(word, 16));
    return new Schedule(
        Integer.parseInt(words[0]), Integer.parseInt(words[1]), steps.boxed().toList());
  }

  /** The same without {@code count} steps from {@code first} on. */
  Schedule without(int first, int count) {
    List<Long> fewer = new ArrayList<>(steps);
    fewer.subList(first, Math.min(first + count, steps.size())).clear();
    return new Schedule(nodes, players, fewer);
  }

  @Override
  public String toString() {
    String hex = steps.stream().map(Long::toHexString).collect(Collectors.joining(" "));
    return nodes + " " + players + " " + hex;
  }
}
