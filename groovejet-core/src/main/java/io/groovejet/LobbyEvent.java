package io.groovejet;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a lobby. One record per event; none holds a token, a password, a signal, a
 * profile, or anything else a client wrote.
 *
 * <p>{@link #toldTo} calls the one method of a {@link LobbyListener} that fits.
 */
public sealed interface LobbyEvent {

  /** When it happened, by the lobby's clock. */
  Instant at();

  /** Tells {@code listener} this event. */
  void toldTo(LobbyListener listener);

  /** Something happened in a room. */
  sealed interface RoomEvent extends LobbyEvent {
    /** The room's code, which lets whoever knows it in. */
    RoomCode room();
  }

  /** Something happened to a connection. */
  sealed interface ConnectionEvent extends LobbyEvent {
    /** The connection. */
    ConnectionId connection();

    /** Who the client is by now. */
    ClientId client();
  }

  /**
   * A room is open.
   *
   * @param host the client who opened it and hosts it under epoch 1, which {@link ClientJoined}
   *     tells too; null for a room that waits to be claimed
   */
  record RoomOpened(Instant at, RoomCode room, @Nullable ClientId host) implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.roomOpened(this);
    }
  }

  /**
   * A room is no more; that its last members are out is not told apart.
   *
   * @param reason why, null when it was deserted: nobody had a seat, or nobody was connected and
   *     its maker has opened too many
   * @param members who had a seat until then, held or connected
   */
  record RoomClosed(Instant at, RoomCode room, @Nullable RoomEnd reason, List<ClientId> members)
      implements RoomEvent {
    /** Copies the list. */
    public RoomClosed {
      members = List.copyOf(members);
    }

    @Override
    public void toldTo(LobbyListener listener) {
      listener.roomClosed(this);
    }
  }

  /** A client has a seat. */
  record ClientJoined(Instant at, RoomCode room, ClientId client) implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.clientJoined(this);
    }
  }

  /** A client has no seat any more. */
  record ClientLeft(Instant at, RoomCode room, ClientId client, LeaveReason reason)
      implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.clientLeft(this);
    }
  }

  /** A member's connection was lost; its seat is held. */
  record ClientDisconnected(Instant at, RoomCode room, ClientId client) implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.clientDisconnected(this);
    }
  }

  /** A member is back at its seat after {@code away}. */
  record ClientReconnected(Instant at, RoomCode room, ClientId client, Duration away)
      implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.clientReconnected(this);
    }
  }

  /** No host is connected any more; {@code cause} says whether its seat is held. */
  record HostLost(Instant at, RoomCode room, ClientId host, long epoch, MigrationReason cause)
      implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.hostLost(this);
    }
  }

  /** The host is back under its old epoch; {@code without} is how long none was connected. */
  record HostRejoined(Instant at, RoomCode room, ClientId host, long epoch, Duration without)
      implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.hostRejoined(this);
    }
  }

  /** A member was asked to become host under {@code epoch}. */
  record HostAppointed(
      Instant at, RoomCode room, ClientId candidate, long epoch, MigrationReason cause)
      implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.hostAppointed(this);
    }
  }

  /** Somebody claimed a room that had no members. */
  record HostClaimed(Instant at, RoomCode room, ClientId host, long epoch) implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.hostClaimed(this);
    }
  }

  /**
   * Another member is host.
   *
   * @param previousHost who was host before
   * @param without how long no host was connected, zero for a hand-over
   * @param snapshotAge how old the newest snapshot was, null for none
   */
  record HostMigrated(
      Instant at,
      RoomCode room,
      ClientId host,
      ClientId previousHost,
      long epoch,
      MigrationReason cause,
      Duration without,
      @Nullable Duration snapshotAge)
      implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.hostMigrated(this);
    }
  }

  /**
   * The host saved a snapshot.
   *
   * @param sizeBytes its size in bytes of JSON
   * @param previousAge how old the one before was, null for the first
   */
  record SnapshotSaved(
      Instant at, RoomCode room, long version, int sizeBytes, @Nullable Duration previousAge)
      implements RoomEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.snapshotSaved(this);
    }
  }

  /** A connection is open. */
  record ConnectionOpened(Instant at, ConnectionId connection, ClientId client, Dialect dialect)
      implements ConnectionEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.connectionOpened(this);
    }
  }

  /**
   * A connection is over.
   *
   * @param reason why the lobby closed it, null when the client did or its network
   */
  record ConnectionClosed(
      Instant at, ConnectionId connection, ClientId client, @Nullable CloseReason reason)
      implements ConnectionEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.connectionClosed(this);
    }
  }

  /** A client proved that it is {@code client}, whoever it was before. */
  record IdentityResumed(Instant at, ConnectionId connection, ClientId client)
      implements ConnectionEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.identityResumed(this);
    }
  }

  /**
   * A client was told an error.
   *
   * @param room where it speaks, null for nowhere
   * @param vetoType the backend's own type of its veto, null for all else
   */
  record Refused(
      Instant at,
      ConnectionId connection,
      ClientId client,
      @Nullable RoomCode room,
      ErrorType errorType,
      @Nullable String vetoType)
      implements ConnectionEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.refused(this);
    }
  }

  /**
   * A client sends more than its rate; told at most once a second for each connection.
   *
   * @param last whether it did for too long and is closed
   */
  record RateLimited(Instant at, ConnectionId connection, ClientId client, boolean last)
      implements ConnectionEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.rateLimited(this);
    }
  }

  /** The listener was too slow, and {@code count} events before this one were dropped. */
  record EventsMissed(Instant at, long count) implements LobbyEvent {
    @Override
    public void toldTo(LobbyListener listener) {
      listener.eventsMissed(this);
    }
  }
}
