package io.groovejet.room;

import static io.groovejet.testkit.ManualTime.NOON;

import io.groovejet.room.RandomCommands.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random commands on rooms alone, without a lobby. */
final class RoomWalk {

  private static final int COMMANDS = 100;
  private static final Duration VERY_LONG = Duration.ofHours(3);

  @Test
  void fiveHundredRandomRoomsKeepTheInvariants() {
    LongStream.range(0, 500).forEach(RoomWalk::through);
  }

  /** Walks with {@code seed}; a failure tells the seed and the story. */
  private static void through(long seed) {
    List<String> story = new ArrayList<>();
    try {
      new RoomWalk.Path(seed, story).go();
    } catch (AssertionError | RuntimeException broken) {
      int from = Math.max(0, story.size() - 40);
      String end = String.join("\n", story.subList(from, story.size()));
      throw new AssertionError("seed " + seed + ": " + broken + "\n\n" + end, broken);
    }
  }

  /** One seed's way. */
  private static final class Path {

    private final SplittableRandom luck;
    private final RandomCommands commands;
    private final List<String> story;
    private Instant now = NOON; // moves forward only
    private @Nullable Room room; // as the last command left it
    private RoomInvariants invariants = new RoomInvariants(); // what this room has to keep to

    private Path(long seed, List<String> story) {
      this.luck = new SplittableRandom(seed);
      this.commands = new RandomCommands(luck);
      this.story = story;
    }

    private void go() {
      for (int i = 0; i < COMMANDS; i++) {
        Room before = room == null ? opened() : room;
        room = applied(before, commands.next(before));
        pass();
      }
      room = room == null ? opened() : room;
      abandon();
    }

    private Room opened() {
      invariants = new RoomInvariants();
      Room fresh = commands.room(now);
      story.add("opens " + fresh);
      invariants.hold(fresh);
      return fresh;
    }

    private @Nullable Room applied(Room before, Said said) {
      story.add(now + " " + said.command());
      Transition transition = said.command().applyTo(before, now);
      story.add("  " + transition);
      invariants.follow(before, said, transition, now);
      return transition.room();
    }

    private void pass() {
      now = now.plusMillis(luck.nextInt(luck.nextInt(8) == 0 ? 700_000 : 6_000));
      room = room == null ? null : ticked(room);
    }

    private @Nullable Room ticked(Room before) {
      Room after = applied(before, new Said(null, new Command.Tick()));
      invariants.ticked(after, now);
      return after;
    }

    /** Everybody is gone: the room ends by itself. */
    private void abandon() {
      for (Client client : List.copyOf(room().clients())) {
        if (room != null && client.connection() != null) {
          room = applied(room(), new Said(null, new Command.Lose(client.connection())));
        }
      }
      Instant end = now.plus(VERY_LONG);
      while (room != null) {
        now = room().nextDeadline().orElseThrow(() -> new AssertionError("never ends"));
        RoomInvariants.check(!now.isAfter(end), "ends too late");
        room = ticked(room());
      }
    }

    private Room room() {
      if (room == null) {
        throw new IllegalStateException("there is no room");
      }
      return room;
    }
  }
}
