package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.room.Vacancy.Appointment;
import io.groovejet.room.Vacancy.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is to host the room (protocol section 6). {@link #settle} is applied after everything that
 * may change the answer: removals, returns, reports, and what clients say of themselves.
 */
final class Succession {

  private Succession() {}

  /** Brings a vacancy forward as far as the room's members allow. */
  static void settle(Turn turn) {
    Room room = turn.room();
    Vacancy vacancy = room.vacancy();
    if (vacancy == null) {
      Evidence.consider(turn);
      return;
    }
    boolean graceIsPointless = vacancy.isIn(Phase.GRACE) && Evidence.allDown(room);
    boolean extensionIsPointless = vacancy.isIn(Phase.EXTENDED) && !Evidence.mostlyUp(room);
    if (graceIsPointless || extensionIsPointless) {
      seek(turn, vacancy);
    } else if (vacancy.isIn(Phase.APPOINTED) && !isStillWilling(room, vacancy)) {
      passOver(turn, vacancy);
    } else if (vacancy.isIn(Phase.DORMANT) && isRevivable(room)) {
      candidate(turn, vacancy).ifPresent(next -> appoint(turn, vacancy, next, false));
    }
  }

  /**
   * A client has come, or says that it can host: in a room that found nobody it may be asked,
   * whether or not it was before (protocol section 6.7).
   */
  static void offersItself(Turn turn, ClientId client) {
    Vacancy vacancy = turn.room().vacancy();
    if (vacancy != null && vacancy.isIn(Phase.DORMANT)) {
      turn.room(turn.room().waiting(vacancy.asksAnew(client)));
    }
  }

  /** The host's connection is lost and its seat is held. */
  static void hostLost(Turn turn, ClientId host) {
    Room room = turn.room();
    Instant now = turn.now();
    Duration grace = room.settings().timers().hostGrace();
    Vacancy underWay = room.vacancy();
    Vacancy next =
        underWay == null ? Vacancy.lost(host, now, now.plus(grace)) : underWay.withoutHost(now);
    turn.room(room.waiting(next).each(Client::standingStill));
    Announcements.hostLost(turn, host, grace);
    settle(turn);
  }

  /** The host has left and its seat is gone. */
  static void hostLeft(Turn turn, ClientId host) {
    Room room = turn.room();
    Vacancy underWay = room.vacancy();
    Vacancy next =
        underWay == null ? Vacancy.left(host, turn.now()) : underWay.withoutHost(turn.now());
    turn.room(room.led(room.host().abandoned(), next).each(Client::standingStill));
    if (underWay == null) {
      seek(turn, next);
    } else {
      settle(turn);
    }
  }

  /** A connected host is to hand over, to {@code named} or to whoever is best. */
  static boolean transfers(Turn turn, @Nullable ClientId named) {
    Room room = turn.room();
    ClientId host = room.host().holder();
    if (room.vacancy() != null || host == null || !room.hostConnected()) {
      return false;
    }
    Vacancy vacancy = Vacancy.transfer(host, turn.now());
    Optional<Client> next =
        named == null
            ? candidate(turn, vacancy)
            : eligible(room, vacancy).stream().filter(one -> one.id().equals(named)).findFirst();
    next.ifPresent(client -> appoint(turn, vacancy, client, named != null));
    return next.isPresent();
  }

  /** Whether anybody who says that it can host becomes host at once (protocol section 2.1). */
  static boolean isOpenToClaims(Room room) {
    return room.settings().claimable() && !room.hostConnected();
  }

  /** A candidate, or whoever claims the role, becomes host under the number it was named. */
  static void commit(Turn turn, Client client, Appointment appointment) {
    Room before = turn.room();
    lead(turn, before.host().committed(client.id(), appointment.epoch()));
    Announcements.migrated(turn, before, client);
  }

  /** A connected member holds the role from now on: the vacancy ends, stopped graces begin. */
  static void lead(Turn turn, HostLease lease) {
    Room room = turn.room();
    Instant graceEnds = turn.now().plus(room.settings().timers().guestGrace());
    turn.room(room.led(lease, null).each(client -> client.runningUntil(graceEnds)));
  }

  /** What the room waited for did not come in time. */
  static void waitedOut(Turn turn, Vacancy vacancy) {
    if (vacancy.endsRoom()) {
      turn.close(RoomEnd.HOST_TIMEOUT);
    } else if (vacancy.isIn(Phase.APPOINTED)) {
      passOver(turn, vacancy);
    } else {
      graceOver(turn, vacancy);
    }
  }

  /** The candidate is out: the next one is asked, or the vacancy goes on without one. */
  static void passOver(Turn turn, Vacancy vacancy) {
    Room room = turn.room();
    Instant lostAt = vacancy.lostAt();
    boolean handsOver = vacancy.reason() == MigrationReason.TRANSFER;
    if (handsOver && lostAt != null) {
      goOnWithoutHost(turn, vacancy, lostAt);
      return;
    }
    Appointment last = vacancy.appointment();
    boolean nobodyElse = last != null && last.only();
    Optional<Client> next = nobodyElse ? Optional.empty() : candidate(turn, vacancy);
    if (next.isPresent()) {
      appoint(turn, vacancy, next.get(), false);
    } else if (handsOver) {
      turn.room(room.waiting(null));
      Announcements.transferFailed(turn);
    } else {
      seek(turn, vacancy);
    }
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

  private static void goOnWithoutHost(Turn turn, Vacancy vacancy, Instant lostAt) {
    boolean hostLeft = turn.room().host().holder() == null;
    Duration grace = turn.room().settings().timers().hostGrace();
    Vacancy ordinary =
        hostLeft
            ? vacancy.ordinary(MigrationReason.HOST_LEFT, turn.now())
            : vacancy.ordinary(MigrationReason.HOST_LOST, lostAt.plus(grace));
    turn.room(turn.room().waiting(ordinary));
    if (hostLeft) {
      seek(turn, ordinary);
    } else if (ordinary.until().isAfter(turn.now())) {
      settle(turn);
    } else {
      graceOver(turn, ordinary);
    }
  }

  private static void graceOver(Turn turn, Vacancy vacancy) {
    Instant lostAt = vacancy.lostAt();
    Duration longest = turn.room().settings().timers().maxHostGrace();
    Instant end = lostAt == null ? turn.now() : lostAt.plus(longest);
    if (vacancy.isIn(Phase.GRACE) && end.isAfter(turn.now()) && Evidence.mostlyUp(turn.room())) {
      turn.room(turn.room().waiting(vacancy.extended(end)));
      Announcements.hostLost(turn, vacancy.previousHost(), turn.until(end));
    } else {
      seek(turn, vacancy);
    }
  }

  /** The old host is not waited for any more: whoever the room's mode allows may be host. */
  private static void seek(Turn turn, Vacancy vacancy) {
    Room room = turn.room();
    HostMigration mode = room.settings().hostMigration();
    Optional<Client> next =
        mode == HostMigration.AUTOMATIC ? candidate(turn, vacancy) : Optional.empty();
    if (next.isPresent()) {
      appoint(turn, vacancy, next.get(), false);
      return;
    }
    Instant closesAt = turn.now().plus(room.retention());
    if (mode == HostMigration.MANUAL) {
      HostLease numbered = room.host().numbered();
      turn.room(room.led(numbered, vacancy.claimable(numbered.lastNumber(), closesAt)));
    } else {
      turn.room(room.waiting(vacancy.dormant(closesAt)));
    }
    Announcements.nobodyHosts(turn);
  }

  private static void appoint(Turn turn, Vacancy vacancy, Client next, boolean only) {
    Room room = turn.room();
    HostLease numbered = room.host().numbered();
    Appointment appointment = new Appointment(next.id(), numbered.lastNumber(), only);
    Instant until = turn.now().plus(room.settings().timers().hostReadyTimeout());
    turn.room(room.led(numbered, vacancy.asking(appointment, until)));
    Announcements.appointed(turn, next);
  }

  private static Optional<Client> candidate(Turn turn, Vacancy vacancy) {
    List<Client> eligible = eligible(turn.room(), vacancy);
    return eligible.isEmpty() ? Optional.empty() : turn.election().elect(eligible);
  }

  private static List<Client> eligible(Room room, Vacancy vacancy) {
    return room.clients().stream()
        .filter(client -> canTakeOver(room, client) && !vacancy.asked().contains(client.id()))
        .toList();
  }

  static boolean canTakeOver(Room room, Client client) {
    return client.connected()
        && client.canHost()
        && client.dialect() == Dialect.MESSAGE
        && !room.host().heldBy(client.id());
  }

  private static boolean isStillWilling(Room room, Vacancy vacancy) {
    return room.clients().stream()
        .anyMatch(client -> vacancy.asks(client.id()) && canTakeOver(room, client));
  }

  private static boolean isRevivable(Room room) {
    return room.settings().hostMigration() == HostMigration.AUTOMATIC;
  }
}
