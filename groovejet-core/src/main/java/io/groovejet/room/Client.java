package io.groovejet.room;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client's seat in a room: connected by one connection, or held while the client is away.
 *
 * @param id who it is
 * @param connection the one connection it speaks by, null while away
 * @param absence since when it is away, null while connected
 * @param dialect what it speaks
 * @param address where it last came from
 * @param canHost whether it can take the role of host
 * @param hostPriority how much it is wanted as host, higher first
 * @param profile the JSON object it gave, null for none
 * @param link what it last told of its link to the host, null for nothing; lost with its connection
 */
public record Client(
    ClientId id,
    @Nullable ConnectionId connection,
    @Nullable Absence absence,
    Dialect dialect,
    Address address,
    boolean canHost,
    int hostPriority,
    @Nullable Json profile,
    @Nullable LinkReport link) {

  /** Checks that the client is either connected or away. */
  public Client {
    if ((connection == null) == (absence == null)) {
      throw new IllegalArgumentException("a client is either connected or away: " + id);
    }
  }

  /** A new seat for {@code caller}. */
  static Client of(Caller caller, boolean canHost, int hostPriority, @Nullable Json profile) {
    return new Client(
        caller.client(),
        caller.connection(),
        null,
        caller.dialect(),
        caller.address(),
        canHost,
        hostPriority,
        profile,
        null);
  }

  /** Whether it is connected now. */
  public boolean connected() {
    return connection != null;
  }

  /** Whether it speaks by that connection. */
  boolean speaksBy(ConnectionId other) {
    return other.equals(connection);
  }

  /** The same seat, held from {@code since} until {@code until}, or without end for null. */
  Client away(Instant since, @Nullable Instant until) {
    Absence away = new Absence(since, until);
    return new Client(id, null, away, dialect, address, canHost, hostPriority, profile, null);
  }

  /** The same seat with its grace standing still; a connected client is as it was. */
  Client standingStill() {
    return absence == null ? this : away(absence.since(), null);
  }

  /** The same seat with its grace, if that stood still, running until {@code until}. */
  Client runningUntil(Instant until) {
    return absence == null || absence.until() != null ? this : away(absence.since(), until);
  }

  /** The same seat, taken by the connection of {@code caller}. */
  Client backBy(Caller caller) {
    return new Client(
        id,
        caller.connection(),
        null,
        caller.dialect(),
        caller.address(),
        canHost,
        hostPriority,
        profile,
        link);
  }

  /** The same seat with what {@code terms} say instead of what was; absent terms keep it. */
  Client retold(JoinTerms terms) {
    return new Client(
        id,
        connection,
        absence,
        dialect,
        address,
        terms.canHost() == null ? canHost : terms.canHost(),
        terms.hostPriority() == null ? hostPriority : terms.hostPriority(),
        terms.profile() == null ? profile : terms.profile(),
        link);
  }

  /** The same seat with another report of its link. */
  Client reporting(LinkReport report) {
    return new Client(
        id, connection, absence, dialect, address, canHost, hostPriority, profile, report);
  }
}
