package io.groovejet.guard;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How much the lobby takes from one client, and how long it waits for it (protocol section 8).
 *
 * @param maxMessageBytes largest message, in bytes of UTF-8
 * @param maxSnapshotBytes largest snapshot, in bytes of JSON
 * @param maxClients seats a room can have at most, the host's included
 * @param messages how many messages a connection may send
 * @param bytes how many bytes a connection may send
 * @param queue what may wait to be written to one connection
 * @param pingInterval how often a connection is pinged
 * @param silence how long a connection may be silent before it counts as lost
 * @param idle how long a connection may stay without a room and without a message
 * @param assembly how long a message may take to be complete once it has begun
 * @param perAddress what is taken from all clients of one address together
 * @param server what is taken from all clients together
 */
public record Limits(
    int maxMessageBytes,
    int maxSnapshotBytes,
    int maxClients,
    Rate messages,
    Rate bytes,
    QueueLimits queue,
    Duration pingInterval,
    Duration silence,
    Duration idle,
    Duration assembly,
    AddressLimits perAddress,
    ServerLimits server) {

  /** The protocol's defaults. */
  public static Limits ofDefaults() {
    return new Limits(
        64 * 1024,
        256 * 1024,
        64,
        new Rate(50, 200),
        new Rate(256 * 1024, 1024 * 1024),
        QueueLimits.ofDefaults(),
        Duration.ofSeconds(15),
        Duration.ofSeconds(25),
        Duration.ofMinutes(10),
        Duration.ofSeconds(30),
        AddressLimits.ofDefaults(),
        ServerLimits.ofDefaults());
  }

  /** The defaults without rates and with the largest queues, for benchmarks only. */
  public static Limits unlimited() {
    return ofDefaults()
        .changed(
            draft -> {
              draft.messages = Rate.UNLIMITED;
              draft.bytes = Rate.UNLIMITED;
              draft.queue = QueueLimits.unlimited();
              draft.idle = Duration.ofDays(1);
              draft.perAddress = AddressLimits.unlimited();
              draft.server = ServerLimits.unlimited();
            });
  }

  /** A copy with another largest message. */
  public Limits withMaxMessageBytes(int size) {
    return changed(draft -> draft.maxMessageBytes = size);
  }

  /** A copy with another largest number of seats. */
  public Limits withMaxClients(int seats) {
    return changed(draft -> draft.maxClients = seats);
  }

  /** A copy with other rates. */
  public Limits withRates(Rate messageRate, Rate byteRate) {
    return changed(
        draft -> {
          draft.messages = messageRate;
          draft.bytes = byteRate;
        });
  }

  /** A copy with another bound of what may wait to be written. */
  public Limits withQueue(QueueLimits bound) {
    return changed(draft -> draft.queue = bound);
  }

  /** A copy with other liveness checks; an interval of at least 10 ms. */
  public Limits withLiveness(Duration interval, Duration longestSilence) {
    return changed(
        draft -> {
          draft.pingInterval = interval;
          draft.silence = longestSilence;
        });
  }

  /** A copy with another time without a room. */
  public Limits withIdle(Duration longestIdle) {
    return changed(draft -> draft.idle = longestIdle);
  }

  /** A copy with another time in which a message has to be complete, once it has begun. */
  public Limits withAssembly(Duration longest) {
    return changed(draft -> draft.assembly = longest);
  }

  /** A copy with other limits for all clients of one address. */
  public Limits withPerAddress(AddressLimits together) {
    return changed(draft -> draft.perAddress = together);
  }

  /** A copy with other limits for the whole server. */
  public Limits withServer(ServerLimits whole) {
    return changed(draft -> draft.server = whole);
  }

  private Limits changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.limits();
  }

  /** A copy while it is being changed. */
  private static final class Draft {

    private final int maxSnapshotBytes;
    private int maxMessageBytes;
    private int maxClients;
    private Rate messages;
    private Rate bytes;
    private QueueLimits queue;
    private Duration pingInterval;
    private Duration silence;
    private Duration idle;
    private Duration assembly;
    private AddressLimits perAddress;
    private ServerLimits server;

    private Draft(Limits from) {
      this.maxSnapshotBytes = from.maxSnapshotBytes;
      this.maxMessageBytes = from.maxMessageBytes;
      this.maxClients = from.maxClients;
      this.messages = from.messages;
      this.bytes = from.bytes;
      this.queue = from.queue;
      this.pingInterval = from.pingInterval;
      this.silence = from.silence;
      this.idle = from.idle;
      this.assembly = from.assembly;
      this.perAddress = from.perAddress;
      this.server = from.server;
    }

    private Limits limits() {
      return new Limits(
          maxMessageBytes,
          maxSnapshotBytes,
          maxClients,
          messages,
          bytes,
          queue,
          pingInterval,
          silence,
          idle,
          assembly,
          perAddress,
          server);
    }
  }
}
