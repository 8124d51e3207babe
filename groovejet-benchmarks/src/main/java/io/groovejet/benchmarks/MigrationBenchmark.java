package io.groovejet.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How long a room is without a host, from the moment the server knows that it is gone for good
 * until {@code hostMigrated} is heard by everybody, over real sockets. To be run by
 *
 * <pre>
 * mvn -q package -DskipTests -pl groovejet-benchmarks -am
 * java -cp groovejet-benchmarks/target/benchmarks.jar io.groovejet.benchmarks.MigrationBenchmark
 * </pre>
 *
 * <p>Arguments go to the example server, which runs in a process of its own: {@code
 * --data-dir=FOLDER} measures with a store that outlives it.
 *
 * <p>The clock starts before the last guest's report is sent, or at the cut plus the grace, and
 * stops when the last member has heard. What is shown as the server's share is all of this but the
 * candidate's own time: also the loopback interface and the threads of the clients.
 */
public final class MigrationBenchmark {

  private static final int SEATS = 8;
  private static final int WARM_UP = 50;
  private static final int MIGRATIONS = 200;
  private static final Duration GOAL = Duration.ofMillis(50);
  private static final Duration SHORT_GRACE = Duration.ofMillis(100);
  private static final List<Way> WAYS =
      List.of(
          new Way("all guests' reports", Duration.ofSeconds(8), Party::losesHostByReports),
          new Way("the end of the grace", SHORT_GRACE, p -> p.losesHostByGrace(SHORT_GRACE)));

  private MigrationBenchmark() {}

  /** Measures every transport and prints a table. */
  public static void main(String... serverArguments) throws Exception {
    List<String> given = List.of(serverArguments);
    System.out.printf("Room of %d, %d migrations each, in milliseconds%n%n", SEATS, MIGRATIONS);
    System.out.printf("%-34s%-26s%-26s%s%n", "", "total", "candidate", "server's share");
    String percentiles = "     p50     p99     max  ";
    System.out.printf("%-10s%-22s%s%n", "transport", "gone for good by", percentiles.repeat(3));
    for (String transport : List.of("undertow", "jetty", "tomcat")) {
      for (Way way : WAYS) {
        measure(transport, way, given);
      }
    }
    System.out.printf("%nThe goal is a server's share below %d ms%n", GOAL.toMillis());
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d processors, load average at the end %.1f: a busy machine shows in p99 and max%n",
        machine.getAvailableProcessors(), machine.getSystemLoadAverage());
    System.exit(0); // the HTTP client's threads would go on for a while
  }

  private static void measure(String transport, Way way, List<String> given) throws Exception {
    List<String> all = new ArrayList<>(List.of("--port=0", "--limits=off"));
    all.addAll(List.of("--transport=" + transport, "--host-grace=" + way.grace));
    all.addAll(given);
    try (ServerProcess server = ServerProcess.start(all)) {
      Party party = Party.at(server.endpoint(), SEATS);
      List<Migration> migrations = new ArrayList<>();
      for (int i = 0; i < WARM_UP + MIGRATIONS; i++) {
        migrations.add(way.loss.apply(party));
      }
      List<Migration> warm = migrations.subList(WARM_UP, migrations.size());
      System.out.printf(
          "%-10s%-22s%s%s%s%n",
          transport,
          way.name,
          Spread.of(warm, Migration::total),
          Spread.of(warm, Migration::candidate),
          Spread.of(warm, Migration::server));
    }
  }

  /** How the server comes to know that the host is gone for good. */
  private record Way(String name, Duration grace, Function<Party, Migration> loss) {}
}
