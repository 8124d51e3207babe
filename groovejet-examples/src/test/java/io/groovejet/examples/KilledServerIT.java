package io.groovejet.examples;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server dies in the middle of its work, and is started again on what it kept. */
final class KilledServerIT {

  private static final int KILLS = Integer.getInteger("groovejet.kills", 20);
  private static final int ROOMS = 6;

  @TempDir Path folder;

  @Test
  void everybodyResumesWithWhatWasAcknowledgedHoweverOftenTheServerIsKilled() throws Exception {
    long seed = new Random().nextLong();
    System.out.println(KILLS + " kills, seed " + seed);
    Random luck = new Random(seed);
    long begun = System.nanoTime();
    List<SavingRoom> rooms = List.of();

    for (int kill = 1; kill <= KILLS; kill++) {
      rooms = resumedThenKilled(rooms, luck.nextInt(ROOMS * SavingRoom.SAVES));
    }
    resumedThenKilled(rooms, 0);

    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    System.out.println(KILLS + " kills took " + taken.toMillis() + " ms");
  }

  /** Returns new rooms, whose server was killed after so many of their saves were acknowledged. */
  private List<SavingRoom> resumedThenKilled(List<SavingRoom> before, int acknowledged)
      throws Exception {
    try (ServerProcess server = ServerProcess.start("--port=0", "--data-dir=" + folder)) {
      String url = server.url();
      before.forEach(room -> room.resumesAt(url));
      List<SavingRoom> rooms = Stream.generate(() -> SavingRoom.at(url)).limit(ROOMS).toList();
      rooms.forEach(SavingRoom::savesAllAtOnce);
      for (int saved = 0; saved < acknowledged; saved++) {
        rooms.get(saved % ROOMS).hearsOneSaved();
      }
      server.kill();
      rooms.forEach(SavingRoom::hearsTheRest);
      return rooms;
    }
  }
}
