package io.groovejet.spring;

import static io.groovejet.spring.Given.count;
import static io.groovejet.spring.Given.size;
import static io.groovejet.spring.Given.some;
import static io.groovejet.spring.Given.span;

import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Limits;
import io.groovejet.guard.QueueLimits;
import io.groovejet.guard.Rate;
import io.groovejet.guard.ServerLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken from clients.
 *
 * @param maxMessageSize largest message [64KB]
 * @param maxSnapshotSize largest snapshot [256KB]
 * @param maxClients seats a room can have at most, the host's included [64]
 * @param messagesPerSecond how many messages a connection may send in every second [50]
 * @param messageBurst how many messages it may send at once [200]
 * @param bytesPerSecond how much a connection may send in every second [256KB]
 * @param byteBurst how much it may send at once [1MB]
 * @param queueSize how much may wait to be written to one connection [256KB]
 * @param queueMessages how many messages may wait to be written to one connection [512]
 * @param queueAge how long the oldest of these may wait [10s]
 * @param pingInterval how often a connection is pinged [15s]
 * @param silence how long a connection may be silent before it counts as lost [25s]
 * @param idle how long a connection may stay without a room and without a message [10m]
 * @param assembly how long a message may take to be complete once it has begun [30s]
 * @param connectionsPerAddress how many connections one address may have [100]
 * @param roomsPerAddress how many rooms with somebody connected one address may have made [20]
 * @param desertedRoomsPerAddress how many of its rooms are kept with nobody connected [100]
 * @param wrongGuessesPerAddress how many wrong room codes and passwords one address has [20]
 * @param wrongGuessesWithin in which time it has these [10m]
 * @param totalQueueSize how much may wait to be written to all connections [an eighth of the heap]
 * @param totalIncomingSize how much may have come of messages that are not complete, of all
 *     connections [an eighth of the heap]
 * @param totalRooms how many rooms there may be [1000000]
 */
record LimitProperties(
    @Nullable DataSize maxMessageSize,
    @Nullable DataSize maxSnapshotSize,
    @Nullable Integer maxClients,
    @Nullable Integer messagesPerSecond,
    @Nullable Integer messageBurst,
    @Nullable DataSize bytesPerSecond,
    @Nullable DataSize byteBurst,
    @Nullable DataSize queueSize,
    @Nullable Integer queueMessages,
    @Nullable Duration queueAge,
    @Nullable Duration pingInterval,
    @Nullable Duration silence,
    @Nullable Duration idle,
    @Nullable Duration assembly,
    @Nullable Integer connectionsPerAddress,
    @Nullable Integer roomsPerAddress,
    @Nullable Integer desertedRoomsPerAddress,
    @Nullable Integer wrongGuessesPerAddress,
    @Nullable Duration wrongGuessesWithin,
    @Nullable DataSize totalQueueSize,
    @Nullable DataSize totalIncomingSize,
    @Nullable Long totalRooms) {

  private static final String HERE = "groovejet.limits.";

  Limits limits() {
    Limits usual = Limits.ofDefaults();
    Duration pings =
        some(
            HERE + "ping-interval", Objects.requireNonNullElse(pingInterval, usual.pingInterval()));
    return new Limits(
        size(HERE + "max-message-size", maxMessageSize, usual.maxMessageBytes()),
        size(HERE + "max-snapshot-size", maxSnapshotSize, usual.maxSnapshotBytes()),
        count(HERE + "max-clients", maxClients, usual.maxClients()),
        messages(usual.messages()),
        bytes(usual.bytes()),
        queue(usual.queue()),
        pings,
        longerThan(pings, span(HERE + "silence", silence, usual.silence())),
        span(HERE + "idle", idle, usual.idle()),
        span(HERE + "assembly", assembly, usual.assembly()),
        perAddress(usual.perAddress()),
        server(usual.server()));
  }

  private static Duration longerThan(Duration pings, Duration silence) {
    if (silence.compareTo(pings) <= 0) {
      throw new BadPropertyException(
          HERE + "silence", silence, "it is not longer than " + HERE + "ping-interval = " + pings);
    }
    return silence;
  }

  private Rate messages(Rate usual) {
    return new Rate(
        count(HERE + "messages-per-second", messagesPerSecond, usual.perSecond()),
        count(HERE + "message-burst", messageBurst, usual.burst()));
  }

  private Rate bytes(Rate usual) {
    return new Rate(
        size(HERE + "bytes-per-second", bytesPerSecond, usual.perSecond()),
        size(HERE + "byte-burst", byteBurst, usual.burst()));
  }

  private QueueLimits queue(QueueLimits usual) {
    return new QueueLimits(
        size(HERE + "queue-size", queueSize, usual.bytes()),
        count(HERE + "queue-messages", queueMessages, usual.messages()),
        span(HERE + "queue-age", queueAge, usual.age()),
        usual.closeGrace());
  }

  private AddressLimits perAddress(AddressLimits usual) {
    return new AddressLimits(
        count(HERE + "connections-per-address", connectionsPerAddress, usual.connections()),
        count(HERE + "rooms-per-address", roomsPerAddress, usual.rooms()),
        count(HERE + "deserted-rooms-per-address", desertedRoomsPerAddress, usual.desertedRooms()),
        count(HERE + "wrong-guesses-per-address", wrongGuessesPerAddress, usual.wrongGuesses()),
        span(HERE + "wrong-guesses-within", wrongGuessesWithin, usual.guessesWithin()));
  }

  private ServerLimits server(ServerLimits usual) {
    return new ServerLimits(
        count(HERE + "total-queue-size", bytes(totalQueueSize), usual.queuedBytes()),
        count(HERE + "total-incoming-size", bytes(totalIncomingSize), usual.incomingBytes()),
        count(HERE + "total-rooms", totalRooms, usual.rooms()));
  }

  private static @Nullable Long bytes(@Nullable DataSize size) {
    return size == null ? null : size.toBytes();
  }
}
