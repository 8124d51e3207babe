package io.groovejet.spring;

import static io.groovejet.spring.Given.span;

import io.groovejet.room.RoomTimers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long rooms wait for what.
 *
 * @param hostGrace how long the host may be away before its role moves [8s]
 * @param maxHostGrace how long it may be away while guests still reach it peer to peer [60s]
 * @param guestGrace how long a guest's seat is held [30s]
 * @param hostReadyTimeout how long a candidate may take to become host [10s]
 * @param dormantRetention how long a room without host is kept [10m]
 * @param snapshotRetention the same for a room that has a snapshot [1h]
 * @param unclaimedRetention how long a room made by POST /rooms is kept without any seat [60s]
 */
record TimerProperties(
    @Nullable Duration hostGrace,
    @Nullable Duration maxHostGrace,
    @Nullable Duration guestGrace,
    @Nullable Duration hostReadyTimeout,
    @Nullable Duration dormantRetention,
    @Nullable Duration snapshotRetention,
    @Nullable Duration unclaimedRetention) {

  private static final String HERE = "groovejet.timers.";

  RoomTimers timers() {
    RoomTimers usual = RoomTimers.ofDefaults();
    return new RoomTimers(
        span(HERE + "host-grace", hostGrace, usual.hostGrace()),
        span(HERE + "max-host-grace", maxHostGrace, usual.maxHostGrace()),
        span(HERE + "guest-grace", guestGrace, usual.guestGrace()),
        span(HERE + "host-ready-timeout", hostReadyTimeout, usual.hostReadyTimeout()),
        span(HERE + "dormant-retention", dormantRetention, usual.dormantRetention()),
        span(HERE + "snapshot-retention", snapshotRetention, usual.snapshotRetention()),
        span(HERE + "unclaimed-retention", unclaimedRetention, usual.unclaimedRetention()));
  }
}
