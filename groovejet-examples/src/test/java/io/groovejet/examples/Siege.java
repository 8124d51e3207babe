package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.LobbyReport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A small server that is attacked while a healthy pair plays on it. */
final class Siege implements AutoCloseable {

  private static final Duration CALM = Duration.ofSeconds(2);
  private static final Duration AFTERMATH = Duration.ofMillis(500);
  private static final long STILL_KIB = 100; // the pair goes on playing
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Transport transport;
  private final Duration handshake;
  private final ServerProcess server;
  private final Pair pair;
  private final String peace; // what the lobby holds when only the pair is there
  private final long calmP99;
  private final Attacks attacks;

  private Siege(Transport transport, Duration handshake, ServerProcess server) throws IOException {
    this.transport = transport;
    this.handshake = handshake;
    this.server = server;
    String url = server.url();
    this.attacks = new Attacks(url, transport);
    this.pair = Pair.at(url);
    LockSupport.parkNanos(CALM.toNanos());
    pair.takeP99(); // warm now
    LockSupport.parkNanos(CALM.toNanos());
    this.calmP99 = pair.takeP99();
    this.peace = lobby(server.holds());
  }

  /** An attack that checks by itself what came of it. */
  interface Attack {
    void begin() throws Exception;
  }

  /** A server that forgets soon who is gone, and the pair on it. */
  static Siege of(Transport transport, Duration handshake) throws IOException {
    ServerProcess server =
        ServerProcess.startSmall(
            "--port=0",
            "--transport=" + transport.wording(),
            "--trusted-proxy=127.0.0.1",
            "--handshake-timeout=" + handshake,
            "--host-grace=500",
            "--max-host-grace=500",
            "--guest-grace=500",
            "--host-ready-timeout=500",
            "--dormant-retention=500",
            "--snapshot-retention=500",
            "--unclaimed-retention=500");
    return new Siege(transport, handshake, server);
  }

  Attacks attacks() {
    return attacks;
  }

  /** Attacks in these ways at once; afterwards only the pair is left. */
  void survives(String what, Attack... ways) throws IOException {
    pair.takeP99();
    long start = System.nanoTime();
    CompletableFuture.allOf(Stream.of(ways).map(Siege::begun).toArray(CompletableFuture<?>[]::new))
        .join();
    LockSupport.parkNanos(AFTERMATH.toNanos()); // the pair may be the slower for it still
    long micros = pair.takeP99();
    awaits(peace);
    System.out.printf(
        "%-8s %-24s %5.1f s, pair's p99 %.2f ms, %.1f times %.2f ms; heap %d KiB%n",
        transport.wording(),
        what,
        (System.nanoTime() - start) / 1e9,
        micros / 1e3,
        (double) micros / calmP99,
        calmP99 / 1e3,
        heap());
  }

  /** The heap in KiB, once it falls no more: servers keep for a while what was of who is gone. */
  long heapAtRest() throws IOException {
    long heap = heap();
    long before = Long.MAX_VALUE;
    while (before - heap > STILL_KIB) {
      LockSupport.parkNanos(handshake.plus(AFTERMATH).toNanos());
      before = heap;
      heap = heap();
    }
    return heap;
  }

  /** The pair goes, nothing is left, and the server has nothing to complain about. */
  void ends() throws Exception {
    pair.close();
    awaits(LobbyReport.NOTHING.toString());
    server.endsInPeace();
  }

  @Override
  public void close() {
    server.close();
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

  private static CompletableFuture<Void> begun(Attack attack) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            attack.begin();
          } catch (Exception failed) {
            throw new CompletionException(failed);
          }
        },
        task -> new Thread(task, "attack").start());
  }
}
