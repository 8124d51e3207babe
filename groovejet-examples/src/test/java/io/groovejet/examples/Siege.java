package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.LobbyReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A small server that is attacked while healthy pairs play on it, and one beside it with such pairs
 * which nobody attacks: what both feel is the machine's doing.
 */
final class Siege implements AutoCloseable {

  private static final Duration CALM = Duration.ofSeconds(2);
  private static final Duration HANDSHAKE = Duration.ofSeconds(5);
  private static final Duration AFTERMATH = Duration.ofMillis(500);
  private static final long STILL_KIB = 100; // the pairs go on playing
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Transport transport;
  private final ServerProcess server;
  private final String url;
  private final Pairs pairs;
  private final ServerProcess spared;
  private final Pairs sparedPairs;
  private final String peace; // what the lobby holds when only the pairs are there
  private final double calmP99;

  private Siege(Transport transport, int pairs, ServerProcess server, ServerProcess spared)
      throws IOException {
    this.transport = transport;
    this.server = server;
    this.url = server.url();
    this.pairs = Pairs.at(url, pairs);
    this.spared = spared;
    this.sparedPairs = Pairs.at(spared.url(), pairs);
    LockSupport.parkNanos(CALM.toNanos());
    this.pairs.takeSlowness(); // warm now
    LockSupport.parkNanos(CALM.toNanos());
    this.calmP99 = this.pairs.takeSlowness().p99();
    this.peace = lobby(server.holds());
  }

  /** Servers that forget soon who is gone, and so many pairs on each of them. */
  static Siege of(Transport transport, int pairs) throws IOException {
    ServerProcess attacked = start(transport);
    return new Siege(transport, pairs, attacked, start(transport));
  }

  private static ServerProcess start(Transport transport) throws IOException {
    return ServerProcess.startSmall(
        "--port=0",
        "--transport=" + transport.wording(),
        "--trusted-proxy=127.0.0.1",
        "--handshake-timeout=" + HANDSHAKE,
        "--host-grace=500",
        "--max-host-grace=500",
        "--guest-grace=500",
        "--host-ready-timeout=500",
        "--dormant-retention=500",
        "--snapshot-retention=500",
        "--unclaimed-retention=500");
  }

  /** Attackers come in these ways at once; afterwards only the pairs are left. */
  void survives(String what, String... ways) throws IOException, InterruptedException {
    long start;
    try (Attackers attackers = Attackers.of(url, transport, List.of(ways))) {
      pairs.takeSlowness();
      sparedPairs.takeSlowness();
      start = System.nanoTime();
      attackers.attack();
    }
    LockSupport.parkNanos(AFTERMATH.toNanos()); // the pairs may be the slower for it still
    Pairs.Slowness slow = pairs.takeSlowness();
    double sparedP99 = sparedPairs.takeSlowness().p99();
    awaits(peace);
    System.out.printf(
        "%-8s %-24s %5.1f s, pairs' p99 of %d %.2f ms, %.1f times %.2f ms before,"
            + " %.1f times the spared pairs' %.2f ms; heap %d KiB%n",
        transport.wording(),
        what,
        (System.nanoTime() - start) / 1e9,
        slow.count(),
        slow.p99(),
        slow.p99() / calmP99,
        calmP99,
        slow.p99() / sparedP99,
        sparedP99,
        heap());
  }

  /** The heap in KiB, once it falls no more: servers keep for a while what was of who is gone. */
  long heapAtRest() throws IOException {
    long heap = heap();
    long before = Long.MAX_VALUE;
    while (before - heap > STILL_KIB) {
      LockSupport.parkNanos(HANDSHAKE.plus(AFTERMATH).toNanos());
      before = heap;
      heap = heap();
    }
    return heap;
  }

  /** The pairs go, nothing is left, and the server has nothing to complain about. */
  void ends() throws Exception {
    pairs.close();
    sparedPairs.close();
    awaits(LobbyReport.NOTHING.toString());
    server.endsInPeace();
  }

  @Override
  public void close() {
    server.close();
    spared.close();
  }

  private void awaits(String lobby) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String held = lobby(server.holds());
    while (!held.equals(lobby)) {
      assertThat(System.nanoTime()).as(held).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      held = lobby(server.holds());
    }
  }

  private long heap() throws IOException {
    return Long.parseLong(server.holds().replaceFirst(".* ", ""));
  }

  private static String lobby(String held) {
    return held.substring(0, held.lastIndexOf(' '));
  }
}
