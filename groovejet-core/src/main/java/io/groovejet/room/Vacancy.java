package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.MigrationReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The role of host is about to move, from the loss, the leave or the wish of a host until another
 * one is committed or it is back.
 *
 * @param reason why it moves
 * @param previousHost who was host before
 * @param lostAt when the host's connection was lost or it left; null while it is connected
 * @param phase what the room waits for
 * @param until when that is over
 * @param appointment who is asked, or under which number the role may be claimed; else null
 * @param asked who was asked in this vacancy; nobody is asked twice
 */
public record Vacancy(
    MigrationReason reason,
    ClientId previousHost,
    @Nullable Instant lostAt,
    Phase phase,
    Instant until,
    @Nullable Appointment appointment,
    List<ClientId> asked) {

  /** Copies the list. */
  public Vacancy {
    asked = List.copyOf(asked);
  }

  /** What a room without a settled host waits for. */
  public enum Phase {
    /** The host may come back. */
    GRACE,
    /** The host may come back, for longer, because guests still reach it. */
    EXTENDED,
    /** A candidate was asked. */
    APPOINTED,
    /** Nobody can be asked; anybody who can host revives the room, if its mode allows. */
    DORMANT,
    /** A guest may claim the role. */
    CLAIMABLE
  }

  /**
   * A number under which somebody may become host.
   *
   * @param candidate who, null for whoever claims it
   * @param epoch the number, larger than every one before in this room
   * @param only whether nobody else is asked after this candidate
   */
  public record Appointment(@Nullable ClientId candidate, long epoch, boolean only) {}

  /** The host's connection was lost at {@code lostAt}; it may come back. */
  static Vacancy lost(ClientId host, Instant lostAt, Instant until) {
    return new Vacancy(
        MigrationReason.HOST_LOST, host, lostAt, Phase.GRACE, until, null, List.of());
  }

  /** The host has left; who is next is still to be found. */
  static Vacancy left(ClientId host, Instant leftAt) {
    return new Vacancy(
        MigrationReason.HOST_LEFT, host, leftAt, Phase.GRACE, leftAt, null, List.of());
  }

  /** The connected host wants to hand over; to whom is still to be found. */
  static Vacancy transfer(ClientId host, Instant now) {
    return new Vacancy(MigrationReason.TRANSFER, host, null, Phase.DORMANT, now, null, List.of());
  }

  Vacancy extended(Instant newUntil) {
    return new Vacancy(reason, previousHost, lostAt, Phase.EXTENDED, newUntil, null, asked);
  }

  Vacancy asking(Appointment next, Instant newUntil) {
    List<ClientId> all = new ArrayList<>(asked);
    if (next.candidate() != null) {
      all.add(next.candidate());
    }
    return new Vacancy(reason, previousHost, lostAt, Phase.APPOINTED, newUntil, next, all);
  }

  Vacancy claimable(long epoch, Instant newUntil) {
    Appointment open = new Appointment(null, epoch, false);
    return new Vacancy(reason, previousHost, lostAt, Phase.CLAIMABLE, newUntil, open, asked);
  }

  Vacancy dormant(Instant closesAt) {
    return new Vacancy(reason, previousHost, lostAt, Phase.DORMANT, closesAt, null, asked);
  }

  /** The same, waited for until another instant. */
  Vacancy until(Instant newUntil) {
    return new Vacancy(reason, previousHost, lostAt, phase, newUntil, appointment, asked);
  }

  /** The same in which {@code client} may be asked, as if it never was. */
  Vacancy asksAnew(ClientId client) {
    List<ClientId> others = asked.stream().filter(id -> !id.equals(client)).toList();
    return new Vacancy(reason, previousHost, lostAt, phase, until, appointment, others);
  }

  /** The same in which nobody was asked yet. */
  Vacancy asksAnew() {
    return new Vacancy(reason, previousHost, lostAt, phase, until, appointment, List.of());
  }

  /** A hand-over whose host was lost or left meanwhile; the appointment stands. */
  Vacancy withoutHost(Instant newLostAt) {
    return new Vacancy(reason, previousHost, newLostAt, phase, until, appointment, asked);
  }

  /** A failed hand-over whose host is gone: an ordinary vacancy from here on. */
  Vacancy ordinary(MigrationReason why, Instant graceEnds) {
    return new Vacancy(why, previousHost, lostAt, Phase.GRACE, graceEnds, null, asked);
  }

  /** Whether {@code client} is the one who is asked. */
  boolean asks(ClientId client) {
    return appointment != null && client.equals(appointment.candidate());
  }

  boolean isIn(Phase one) {
    return phase == one;
  }

  /** Whether the room ends at {@link #until} if nothing happens. */
  boolean endsRoom() {
    return phase == Phase.DORMANT || phase == Phase.CLAIMABLE;
  }
}
