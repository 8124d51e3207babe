package io.groovejet.room;

import java.time.Duration;

/**
 * How long a room waits for what (protocol sections 2.1, 5 and 6). A room keeps the timers it was
 * opened with.
 *
 * @param hostGrace how long the host may be away before its role moves
 * @param maxHostGrace how long it may be away while guests still reach it peer to peer
 * @param guestGrace how long a guest's seat is held
 * @param hostReadyTimeout how long a candidate may take to become host
 * @param dormantRetention how long a room without host is kept
 * @param snapshotRetention the same for a room that has a snapshot
 * @param unclaimedRetention how long a room made by {@code POST /rooms} is kept without any seat
 */
public record RoomTimers(
    Duration hostGrace,
    Duration maxHostGrace,
    Duration guestGrace,
    Duration hostReadyTimeout,
    Duration dormantRetention,
    Duration snapshotRetention,
    Duration unclaimedRetention) {

  /** Checks that no duration is negative. */
  public RoomTimers {
    notNegative("hostGrace", hostGrace);
    notNegative("maxHostGrace", maxHostGrace);
    notNegative("guestGrace", guestGrace);
    notNegative("hostReadyTimeout", hostReadyTimeout);
    notNegative("dormantRetention", dormantRetention);
    notNegative("snapshotRetention", snapshotRetention);
    notNegative("unclaimedRetention", unclaimedRetention);
  }

  /** The protocol's defaults. */
  public static RoomTimers ofDefaults() {
    return new RoomTimers(
        Duration.ofSeconds(8),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofSeconds(60));
  }

  /** A copy with another host grace. */
  public RoomTimers withHostGrace(Duration grace) {
    return new RoomTimers(
        grace,
        maxHostGrace,
        guestGrace,
        hostReadyTimeout,
        dormantRetention,
        snapshotRetention,
        unclaimedRetention);
  }

  /** A copy with another longest host grace. */
  public RoomTimers withMaxHostGrace(Duration grace) {
    return new RoomTimers(
        hostGrace,
        grace,
        guestGrace,
        hostReadyTimeout,
        dormantRetention,
        snapshotRetention,
        unclaimedRetention);
  }

  /** A copy with another guest grace. */
  public RoomTimers withGuestGrace(Duration grace) {
    return new RoomTimers(
        hostGrace,
        maxHostGrace,
        grace,
        hostReadyTimeout,
        dormantRetention,
        snapshotRetention,
        unclaimedRetention);
  }

  /** A copy with another time for candidates. */
  public RoomTimers withHostReadyTimeout(Duration timeout) {
    return new RoomTimers(
        hostGrace,
        maxHostGrace,
        guestGrace,
        timeout,
        dormantRetention,
        snapshotRetention,
        unclaimedRetention);
  }

  /** A copy with another retention of rooms without host. */
  public RoomTimers withDormantRetention(Duration retention) {
    return new RoomTimers(
        hostGrace,
        maxHostGrace,
        guestGrace,
        hostReadyTimeout,
        retention,
        snapshotRetention,
        unclaimedRetention);
  }

  /** A copy with another retention of rooms without host that have a snapshot. */
  public RoomTimers withSnapshotRetention(Duration retention) {
    return new RoomTimers(
        hostGrace,
        maxHostGrace,
        guestGrace,
        hostReadyTimeout,
        dormantRetention,
        retention,
        unclaimedRetention);
  }

  /** A copy with another retention of rooms nobody has claimed. */
  public RoomTimers withUnclaimedRetention(Duration retention) {
    return new RoomTimers(
        hostGrace,
        maxHostGrace,
        guestGrace,
        hostReadyTimeout,
        dormantRetention,
        snapshotRetention,
        retention);
  }

  private static void notNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " is negative: " + duration);
    }
  }
}
