package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.MigrationFailure;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.MigrationView;
import io.groovejet.protocol.ServerMessage.BecomeHost;
import io.groovejet.protocol.ServerMessage.HostConnectionLost;
import io.groovejet.protocol.ServerMessage.HostMigrated;
import io.groovejet.protocol.ServerMessage.HostMigrationFailed;
import io.groovejet.protocol.ServerMessage.HostMigrationStarted;
import io.groovejet.protocol.ServerMessage.HostRejoined;
import io.groovejet.room.Vacancy.Appointment;
import io.groovejet.room.Vacancy.Phase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What members hear of the search for a host. */
final class Announcements {

  private Announcements() {}

  static void hostLost(Turn turn, ClientId host, Duration grace) {
    long epoch = turn.room().host().epoch();
    turn.tellOthers(host, new HostConnectionLost(host, epoch, grace));
  }

  static void hostReturned(Turn turn, ClientId host) {
    turn.tellOthers(host, new HostRejoined(host, turn.room().host().epoch()));
  }

  static void appointed(Turn turn, Client candidate) {
    Room room = turn.room();
    Vacancy vacancy = room.vacancy();
    if (vacancy == null || vacancy.appointment() == null) {
      return;
    }
    long epoch = vacancy.appointment().epoch();
    Duration timeout = turn.until(vacancy.until());
    MigrationReason reason = vacancy.reason();
    turn.tell(
        candidate,
        new BecomeHost(
            epoch,
            timeout,
            reason,
            vacancy.previousHost(),
            room.clientViews(),
            turn.latestSnapshot()));
    turn.tellOthers(
        candidate.id(), new HostMigrationStarted(candidate.id(), epoch, timeout, reason));
  }

  /** Tells all of a new host, itself first. */
  static void migrated(Turn turn, Room before, Client host) {
    HostMigrated message = message(turn, before, host.id());
    turn.tell(host, message);
    turn.tellOthers(host.id(), message);
  }

  /** Tells the others of a host that claimed the role at once. */
  static void claimed(Turn turn, Room before, ClientId host) {
    turn.tellOthers(host, message(turn, before, host));
  }

  static void transferFailed(Turn turn) {
    turn.tellAll(new HostMigrationFailed(MigrationFailure.NO_CANDIDATE, null, null));
  }

  static void nobodyHosts(Turn turn) {
    Vacancy vacancy = turn.room().vacancy();
    if (vacancy == null) {
      return;
    }
    Duration closesIn = turn.until(vacancy.until());
    Appointment open = vacancy.appointment();
    boolean off = turn.room().settings().hostMigration() == HostMigration.OFF;
    MigrationFailure unclaimed = off ? MigrationFailure.OFF : MigrationFailure.NO_CANDIDATE;
    turn.tellAll(
        open == null
            ? new HostMigrationFailed(unclaimed, null, closesIn)
            : new HostMigrationFailed(MigrationFailure.VACANT, open.epoch(), closesIn));
  }

  /** How far the search is, null when nobody is asked and nothing can be claimed. */
  static @Nullable MigrationView view(Turn turn) {
    Vacancy vacancy = turn.room().vacancy();
    Appointment appointment = vacancy == null ? null : vacancy.appointment();
    if (vacancy == null || appointment == null) {
      return null;
    }
    Duration timeout = vacancy.isIn(Phase.APPOINTED) ? turn.until(vacancy.until()) : null;
    return new MigrationView(
        appointment.candidate(), appointment.epoch(), timeout, vacancy.reason());
  }

  private static HostMigrated message(Turn turn, Room before, ClientId host) {
    Optional<Vacancy> vacancy = Optional.ofNullable(before.vacancy());
    boolean claimable = before.settings().claimable() && !before.hostConnected();
    MigrationReason reason =
        claimable
            ? MigrationReason.HOST_LOST
            : vacancy.map(Vacancy::reason).orElse(MigrationReason.HOST_LOST);
    return new HostMigrated(
        host, vacancy.map(Vacancy::previousHost).orElse(null), turn.room().host().epoch(), reason);
  }
}
