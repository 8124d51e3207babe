package io.groovejet.benchmarks;

import io.groovejet.Lobby;
import io.groovejet.guard.Limits;
import io.groovejet.guard.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What limits cost a relayed signal: the same relay through a lobby that counts every message and
 * byte, and through one that counts nothing, in turns within one process. Prints the median of how
 * much of the speed is left, which is to be 0.97 at least.
 *
 * <pre>{@code
 * mvn -q package -DskipTests -pl groovejet-benchmarks -am
 * java -Xbatch -XX:+UseSerialGC -cp groovejet-benchmarks/target/benchmarks.jar \
 *     io.groovejet.benchmarks.LimitsBenchmark
 * }</pre>
 */
public final class LimitsBenchmark {

  private static final Rate NEVER_OVER = new Rate(1_000_000_000, 1_000_000_000);
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 61;
  private static final int RELAYS = 100_000;

  private LimitsBenchmark() {}

  /** Measures each kind of signal. */
  public static void main(String... arguments) {
    Limits counted = Limits.ofDefaults().withRates(NEVER_OVER, NEVER_OVER);
    try (Lobby on = Lobby.builder().limits(counted).build();
        Lobby off = Lobby.builder().limits(Limits.unlimited()).build()) {
      for (Signal signal : Signal.values()) {
        measure(signal, new Relay(on, signal), new Relay(off, signal));
      }
    }
  }

  private static void measure(Signal signal, Relay on, Relay off) {
    List<Double> ratios = new ArrayList<>();
    double nanosOff = 0;
    for (int round = 0; round < ROUNDS; round++) {
      boolean onFirst = round % 2 == 0;
      double first = (onFirst ? on : off).nanos();
      double second = (onFirst ? off : on).nanos();
      if (round >= WARM_UP) {
        ratios.add(onFirst ? second / first : first / second);
        nanosOff += (onFirst ? second : first) / (ROUNDS - WARM_UP);
      }
    }
    ratios.sort(Comparator.naturalOrder());
    System.out.printf(
        "%-14s without limits %5.0f ns; with them %.3f of its speed (quartiles %.3f to %.3f)%n",
        signal,
        nanosOff,
        ratios.get(ratios.size() / 2),
        ratios.get(ratios.size() / 4),
        ratios.get(ratios.size() * 3 / 4));
  }

  /** One signal, again and again, from one member of a room to the other. */
  private static final class Relay {

    private final OpenRoom.Client sender;
    private final OpenRoom.Client receiver;
    private final Signal signal;
    private final byte[] message;

    private Relay(Lobby lobby, Signal signal) {
      OpenRoom room = new OpenRoom(lobby, 2);
      this.sender = room.sender(signal);
      this.receiver = room.receiver(signal);
      this.signal = signal;
      this.message = signal.message(room.guestId());
    }

    private double nanos() {
      long start = System.nanoTime();
      for (int relay = 0; relay < RELAYS; relay++) {
        sender.says(message);
      }
      double nanos = (double) (System.nanoTime() - start) / RELAYS;
      receiver.hasHeard(signal);
      return nanos;
    }
  }
}
