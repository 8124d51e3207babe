package io.groovejet.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.groovejet.Lobby;
import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Limits;
import io.groovejet.room.RoomTimers;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What it costs that time passes: 100,000 rooms, in each a connected host whose life is looked
 * after, and a guest's seat that is held for a while. Prints how much of one core that takes, first
 * without any rooms.
 *
 * <pre>{@code
 * mvn -q package -DskipTests -pl groovejet-benchmarks -am
 * java -Xmx2g -cp groovejet-benchmarks/target/benchmarks.jar \
 *     io.groovejet.benchmarks.TimersBenchmark
 * }</pre>
 */
public final class TimersBenchmark {

  private static final int ROOMS = 100_000;
  private static final Duration GRACE = Duration.ofHours(1);
  private static final Duration SETTLED = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(60);

  private TimersBenchmark() {}

  /** Measures for two minutes and a half. */
  public static void main(String... arguments) throws InterruptedException {
    RoomTimers defaults = RoomTimers.ofDefaults();
    RoomTimers patient =
        new RoomTimers(
            defaults.hostGrace(),
            defaults.maxHostGrace(),
            GRACE,
            defaults.hostReadyTimeout(),
            defaults.dormantRetention(),
            defaults.snapshotRetention(),
            defaults.unclaimedRetention());
    Limits limits = Limits.ofDefaults().withPerAddress(AddressLimits.unlimited());
    Lobby lobby = Lobby.builder().limits(limits).timers(patient).build();
    System.out.printf("nobody there: %.2f %% of a core%n", measured());
    for (int room = 0; room < ROOMS; room++) {
      new OpenRoom(lobby, 2).losesGuest();
    }
    System.out.println(lobby.report());
    System.out.printf("%,d rooms: %.2f %% of a core%n", ROOMS, measured());
    System.exit(0); // its clients expect never to be sent away
  }

  private static double measured() throws InterruptedException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Thread.sleep(SETTLED.toMillis());
    long before = system.getProcessCpuTime();
    long start = System.nanoTime();
    Thread.sleep(MEASURED.toMillis());
    return 100.0 * (system.getProcessCpuTime() - before) / (System.nanoTime() - start);
  }
}
