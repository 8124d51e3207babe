package io.groovejet;

import io.groovejet.LobbyEvent.ClientDisconnected;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.ClientLeft;
import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.HostAppointed;
import io.groovejet.LobbyEvent.HostClaimed;
import io.groovejet.LobbyEvent.HostLost;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyEvent.SnapshotSaved;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.room.Absence;
import io.groovejet.room.Client;
import io.groovejet.room.Command;
import io.groovejet.room.Room;
import io.groovejet.room.SnapshotHeader;
import io.groovejet.room.Vacancy;
import io.groovejet.room.Vacancy.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a room, found by comparing it before and after a decision. Pure: the rules of
 * rooms need not speak of events.
 */
final class Chronicle {

  private final Room before;
  private final Room after;
  private final @Nullable ClientId removed; // whom the host sent away, if it did
  private final Instant at;
  private final RoomCode code;
  private final List<LobbyEvent> events = new ArrayList<>(2);

  private Chronicle(Room before, Room after, @Nullable Command command, Instant at) {
    this.before = before;
    this.after = after;
    this.removed = command instanceof Command.Remove remove ? remove.message().clientId() : null;
    this.at = at;
    this.code = after.code();
  }

  /**
   * The events of one decision, in order.
   *
   * @param before the room before, null for a new one
   * @param after the room after, null when it is no more
   * @param command what was decided about, null for a new room
   * @param at when
   */
  static List<LobbyEvent> of(
      @Nullable Room before, @Nullable Room after, @Nullable Command command, Instant at) {
    if (before == null) {
      return after == null ? List.of() : opened(after, at);
    }
    if (after == null) {
      List<ClientId> members = before.clients().stream().map(Client::id).toList();
      return List.of(new RoomClosed(at, before.code(), end(before, command, at), members));
    }
    return new Chronicle(before, after, command, at).events();
  }

  private static List<LobbyEvent> opened(Room room, Instant at) {
    ClientId host = room.host().holder();
    LobbyEvent opened = new RoomOpened(at, room.code(), host);
    return host == null
        ? List.of(opened)
        : List.of(opened, new ClientJoined(at, room.code(), host));
  }

  private static @Nullable RoomEnd end(Room before, @Nullable Command command, Instant at) {
    if (command instanceof Command.End told) {
      return told.reason();
    }
    if (command instanceof Command.Close close) {
      return close.caller().isBackend() ? RoomEnd.SERVER : RoomEnd.CLOSED;
    }
    if (before.hostConnected()) {
      return RoomEnd.HOST_LEFT;
    }
    Vacancy vacancy = before.vacancy();
    return vacancy != null && !vacancy.until().isAfter(at) ? RoomEnd.HOST_TIMEOUT : null;
  }

  private List<LobbyEvent> events() {
    before.clients().forEach(this::whoIsAway);
    whetherTheHostIs();
    after.clients().forEach(this::whoIsHere);
    whoIsHost();
    whoIsAsked();
    whatIsSaved();
    return events;
  }

  private void whoIsAway(Client was) {
    Optional<Client> is = after.seat(was.id());
    if (is.isEmpty() || isAnotherSeat(was, is.get())) {
      events.add(new ClientLeft(at, code, was.id(), reasonOf(was)));
    } else if (was.connected() && !is.get().connected()) {
      events.add(new ClientDisconnected(at, code, was.id()));
    }
  }

  private LeaveReason reasonOf(Client was) {
    if (was.id().equals(removed)) {
      return LeaveReason.REMOVED;
    }
    return was.connected() ? LeaveReason.LEFT : LeaveReason.TIMED_OUT;
  }

  private void whoIsHere(Client is) {
    Client was = before.seat(is.id()).filter(seat -> !isAnotherSeat(seat, is)).orElse(null);
    if (was == null) {
      events.add(new ClientJoined(at, code, is.id()));
      return;
    }
    Absence absence = was.absence();
    if (absence != null && is.connected()) {
      events.add(new ClientReconnected(at, code, is.id(), since(absence.since())));
    }
  }

  /** Whether a client came back too late for the seat that was held, and got a new one. */
  private boolean isAnotherSeat(Client was, Client is) {
    Absence absence = was.absence();
    Instant until = absence == null ? null : absence.until();
    return until != null && !until.isAfter(at) && is.connected();
  }

  private void whetherTheHostIs() {
    ClientId host = before.host().holder();
    if (host != null && before.hostConnected() && !after.hostConnected()) {
      boolean held = after.seat(host).isPresent();
      MigrationReason cause = held ? MigrationReason.HOST_LOST : MigrationReason.HOST_LEFT;
      events.add(new HostLost(at, code, host, before.host().epoch(), cause));
    }
  }

  private void whoIsHost() {
    ClientId host = after.host().holder();
    long epoch = after.host().epoch();
    Vacancy vacancy = before.vacancy();
    if (host == null || !after.hostConnected()) {
      return;
    }
    if (epoch == before.host().epoch()) {
      if (!before.hostConnected()) {
        events.add(new HostRejoined(at, code, host, epoch, without(vacancy)));
      }
    } else if (vacancy == null) {
      events.add(new HostClaimed(at, code, host, epoch));
    } else {
      events.add(
          new HostMigrated(
              at,
              code,
              host,
              vacancy.previousHost(),
              epoch,
              vacancy.reason(),
              without(vacancy),
              snapshotAge()));
    }
  }

  private void whoIsAsked() {
    Vacancy vacancy = after.vacancy();
    Appointment appointment = vacancy == null ? null : vacancy.appointment();
    Vacancy last = before.vacancy();
    if (vacancy == null
        || appointment == null
        || appointment.candidate() == null
        || (last != null && appointment.equals(last.appointment()))) {
      return;
    }
    events.add(
        new HostAppointed(
            at, code, appointment.candidate(), appointment.epoch(), vacancy.reason()));
  }

  private void whatIsSaved() {
    if (after.snapshots().lastVersion() > before.snapshots().lastVersion()) {
      newest(after)
          .ifPresent(
              saved ->
                  events.add(
                      new SnapshotSaved(
                          at, code, saved.version(), saved.sizeBytes(), snapshotAge())));
    }
  }

  /** How old the newest snapshot was before, null for none. */
  private @Nullable Duration snapshotAge() {
    return newest(before).map(header -> since(header.savedAt())).orElse(null);
  }

  private static Optional<SnapshotHeader> newest(Room room) {
    List<SnapshotHeader> headers = room.snapshots().headers();
    return headers.isEmpty() ? Optional.empty() : Optional.of(headers.get(headers.size() - 1));
  }

  private Duration without(@Nullable Vacancy vacancy) {
    Instant lostAt = vacancy == null ? null : vacancy.lostAt();
    return lostAt == null ? Duration.ZERO : since(lostAt);
  }

  private Duration since(Instant instant) {
    return instant.isAfter(at) ? Duration.ZERO : Duration.between(instant, at);
  }
}
