package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.MigrationFailure;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.ServerMessage.HostConnectionLost;
import io.groovejet.protocol.ServerMessage.HostMigrated;
import io.groovejet.protocol.ServerMessage.HostMigrationFailed;
import io.groovejet.protocol.ServerMessage.HostRejoined;
import java.time.Instant;

/** Who hosts the room, and what happens when nobody does (protocol sections 2.1 and 6). */
final class Succession {

  private Succession() {}

  /** Whether anybody who says that it can host becomes host at once. */
  static boolean isOpenToClaims(Room room) {
    return room.settings().claimable() && !room.hostConnected();
  }

  /** A connected member holds the role from now on: the vacancy ends, held seats' graces begin. */
  static void lead(Turn turn, HostLease lease) {
    Instant graceEnds = turn.now().plus(turn.room().settings().timers().guestGrace());
    turn.room(turn.room().led(lease, null).each(client -> client.awayUntil(graceEnds)));
  }

  static void announceReturn(Turn turn) {
    HostLease lease = turn.room().host();
    ClientId host = holder(lease);
    turn.tellOthers(host, new HostRejoined(host, lease.epoch()));
  }

  /** Tells the others of a host that claimed the role in the room as it was {@code before}. */
  static void announceClaim(Turn turn, Room before) {
    HostLease lease = turn.room().host();
    ClientId host = holder(lease);
    Vacancy vacancy = before.vacancy();
    turn.tellOthers(
        host,
        new HostMigrated(
            host,
            vacancy == null ? null : vacancy.previousHost(),
            lease.epoch(),
            MigrationReason.HOST_LOST));
  }

  /** The host's connection is lost and its seat is held: the grace begins, the guests' stop. */
  static void hostLost(Turn turn, ClientId host) {
    Instant graceEnds = turn.now().plus(turn.room().settings().timers().hostGrace());
    turn.room(
        turn.room().waiting(Vacancy.grace(host, graceEnds)).each(client -> client.awayUntil(null)));
    turn.tellOthers(
        host, new HostConnectionLost(host, turn.room().host().epoch(), turn.until(graceEnds)));
  }

  /** The host has left and its seat is gone. */
  static void hostLeft(Turn turn, ClientId host) {
    Room room = turn.room().led(turn.room().host().abandoned(), null);
    turn.room(room.each(client -> client.awayUntil(null)));
    fallDormant(turn, host);
  }

  /** Whether the room ends when its host leaves. */
  static boolean endsWithout(Room room, ClientId host) {
    if (room.settings().claimable()) {
      return false;
    }
    boolean somebodyCanHost =
        room.clients().stream().anyMatch(client -> client.canHost() && !client.id().equals(host));
    return room.settings().hostMigration() == HostMigration.OFF || !somebodyCanHost;
  }

  /** A vacancy's time is over. */
  static void waitedOut(Turn turn, Vacancy vacancy) {
    if (vacancy.dormant()) {
      turn.close(RoomEnd.HOST_TIMEOUT);
    } else {
      fallDormant(turn, vacancy.previousHost());
    }
  }

  private static void fallDormant(Turn turn, ClientId previousHost) {
    RoomSettings settings = turn.room().settings();
    Instant closesAt = turn.now().plus(settings.timers().dormantRetention());
    MigrationFailure reason =
        settings.hostMigration() == HostMigration.OFF
            ? MigrationFailure.OFF
            : MigrationFailure.NO_CANDIDATE;
    turn.room(turn.room().waiting(Vacancy.dormant(previousHost, closesAt)));
    turn.tellAll(new HostMigrationFailed(reason, turn.until(closesAt)));
  }

  private static ClientId holder(HostLease lease) {
    ClientId holder = lease.holder();
    return holder == null ? ClientId.NOBODY : holder;
  }
}
