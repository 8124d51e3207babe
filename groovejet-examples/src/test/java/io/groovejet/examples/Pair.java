package io.groovejet.examples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A healthy host and guest who signal to each other all the time, on a thread of their own. */
final class Pair implements AutoCloseable {

  private static final Duration BETWEEN = Duration.ofMillis(25); // within the message rate

  private final Member host;
  private final Member guest;
  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean playing = true;

  private Pair(Member host, Member guest) {
    this.host = host;
    this.guest = guest;
  }

  /** Two who meet on the server at that URL, and play from now on. */
  static Pair at(String url) {
    Member host = Member.at(url);
    Member guest = Member.at(url);
    guest.joins(host.opensRoom(), false);
    host.hears("clientJoined");
    Pair pair = new Pair(host, guest);
    Thread thread = new Thread(pair::play, "healthy pair");
    thread.setDaemon(true);
    thread.start();
    return pair;
  }

  /**
   * How long each offer and its answer took since the last call, in nanoseconds; waits for one at
   * least, and fails if the pair was disturbed.
   */
  List<Long> takeNanos() {
    while (nanos.isEmpty() && !end.isDone()) {
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    end.getNow(null); // throws what disturbed it
    synchronized (nanos) {
      List<Long> taken = List.copyOf(nanos);
      nanos.clear();
      return taken;
    }
  }

  /** Ends the game; fails if it was ever disturbed. */
  @Override
  public void close() {
    playing = false;
    end.join();
    guest.says("leaveRoom", "{}");
    guest.hears("roomLeft");
    host.hears("clientLeft");
    host.isCutOff();
    guest.isCutOff();
  }

  private void play() {
    try {
      while (playing) {
        long start = System.nanoTime();
        guest.says("guestOfferSignal", "{\"offerSignal\":\"offer\"}");
        host.hears("guestOfferSignal");
        host.says(
            "hostAnswerSignal",
            "{\"clientId\":\"%s\",\"answerSignal\":\"answer\"}".formatted(guest.id()));
        guest.hears("hostAnswerSignal");
        nanos.add(System.nanoTime() - start);
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
      end.complete(null);
    } catch (RuntimeException | AssertionError disturbed) {
      end.completeExceptionally(disturbed);
    }
  }
}
