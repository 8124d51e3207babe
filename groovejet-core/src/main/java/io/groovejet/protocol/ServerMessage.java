package io.groovejet.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says (protocol section 4). One record per message; durations are time left.
 *
 * <p>{@link #saidTo} calls the one method of a {@link ServerMessageListener} that fits.
 */
public sealed interface ServerMessage {

  /** Tells {@code listener} this message. */
  void saidTo(ServerMessageListener listener);

  /** Whether one client says this to another by way of the lobby. */
  default boolean isSignal() {
    return false;
  }

  /**
   * Who the client is.
   *
   * @param clientToken proof for later, null in the URL dialect
   */
  record Identity(
      ClientId clientId, @Nullable Secret clientToken, boolean resumed, IdentityLimits limits)
      implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.identity(this);
    }
  }

  /**
   * The room is open and the client is its host.
   *
   * @param ice the ICE servers it may use, null when none are configured
   */
  record RoomCreated(RoomView room, long hostEpoch, @Nullable IceGrant ice)
      implements ServerMessage {
    /** The same with ICE servers. */
    public RoomCreated granting(IceGrant grant) {
      return new RoomCreated(room, hostEpoch, grant);
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.roomCreated(this);
    }
  }

  /**
   * The whole state of the room the client is in now.
   *
   * @param hostId who holds the role of host, null while nobody does
   * @param snapshot the newest snapshot, null for none
   * @param migration who is to become host, null while nobody is
   * @param closesIn when the room ends if nobody becomes host, null while it does not
   * @param ice the ICE servers the client may use, null when none are configured
   */
  record RoomJoined(
      boolean clientIsHost,
      boolean reconnected,
      @Nullable ClientId hostId,
      boolean hostConnected,
      long hostEpoch,
      List<ClientView> clients,
      RoomView room,
      @Nullable SnapshotView snapshot,
      @Nullable MigrationView migration,
      @Nullable Duration closesIn,
      @Nullable IceGrant ice)
      implements ServerMessage {
    /** Copies the list. */
    public RoomJoined {
      clients = List.copyOf(clients);
    }

    /** The same with ICE servers. */
    public RoomJoined granting(IceGrant grant) {
      return new RoomJoined(
          clientIsHost,
          reconnected,
          hostId,
          hostConnected,
          hostEpoch,
          clients,
          room,
          snapshot,
          migration,
          closesIn,
          grant);
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.roomJoined(this);
    }
  }

  /** A guest's offer, to the host. */
  record GuestOfferSignal(Json offer, ClientId clientId, long hostEpoch) implements ServerMessage {
    @Override
    public boolean isSignal() {
      return true;
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.guestOfferSignal(this);
    }
  }

  /** The host's answer, to a guest. */
  record HostAnswerSignal(Json answer, long hostEpoch) implements ServerMessage {
    @Override
    public boolean isSignal() {
      return true;
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.hostAnswerSignal(this);
    }
  }

  /** An ICE candidate of {@code clientId}, to the other side. */
  record IceCandidateSignal(Json candidate, ClientId clientId, long hostEpoch)
      implements ServerMessage {
    @Override
    public boolean isSignal() {
      return true;
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.iceCandidateSignal(this);
    }
  }

  /** The host asks this guest to offer again. */
  record OfferRequested(@Nullable String reason) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.offerRequested(this);
    }
  }

  /** Somebody new is in the room. */
  record ClientJoined(ClientView client) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.clientJoined(this);
    }
  }

  /** What the others see of a member has changed. */
  record ClientUpdated(ClientView client) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.clientUpdated(this);
    }
  }

  /** A guest's connection is lost; its seat is held for {@code grace}. */
  record ClientDisconnected(ClientId clientId, Duration grace) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.clientDisconnected(this);
    }
  }

  /** A guest has come back. */
  record ClientReconnected(ClientId clientId) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.clientReconnected(this);
    }
  }

  /**
   * A client is no longer a member.
   *
   * @param detail what the host says of it, null for nothing
   */
  record ClientLeft(ClientId clientId, LeaveReason reason, @Nullable String detail)
      implements ServerMessage {
    /** A client that went by itself. */
    public ClientLeft(ClientId clientId, LeaveReason reason) {
      this(clientId, reason, null);
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.clientLeft(this);
    }
  }

  /** The host's connection is lost; it may come back within {@code grace}. */
  record HostConnectionLost(ClientId hostId, long hostEpoch, Duration grace)
      implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.hostConnectionLost(this);
    }
  }

  /** The same host is back, in the same epoch. */
  record HostRejoined(ClientId hostId, long hostEpoch) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.hostRejoined(this);
    }
  }

  /** There is a new host. */
  record HostMigrated(
      ClientId hostId, @Nullable ClientId previousHostId, long hostEpoch, MigrationReason reason)
      implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.hostMigrated(this);
    }
  }

  /** Somebody else is to become host. */
  record HostMigrationStarted(
      ClientId candidateId, long hostEpoch, Duration timeout, MigrationReason reason)
      implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.hostMigrationStarted(this);
    }
  }

  /**
   * The client is to become host, if it says that it is ready.
   *
   * @param hostEpoch the number of this appointment
   */
  record BecomeHost(
      long hostEpoch,
      Duration timeout,
      MigrationReason reason,
      ClientId previousHostId,
      List<ClientView> clients,
      @Nullable SnapshotView snapshot)
      implements ServerMessage {
    /** Copies the list. */
    public BecomeHost {
      clients = List.copyOf(clients);
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.becomeHost(this);
    }
  }

  /**
   * There is no next host for now.
   *
   * @param hostEpoch the number under which the role may be claimed, null when it may not
   * @param closesIn when the room ends if nobody becomes host, null when it has one
   */
  record HostMigrationFailed(
      MigrationFailure reason, @Nullable Long hostEpoch, @Nullable Duration closesIn)
      implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.hostMigrationFailed(this);
    }
  }

  /** The store has the snapshot. */
  record SnapshotSaved(long snapshotVersion, long hostEpoch, int sizeBytes)
      implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.snapshotSaved(this);
    }
  }

  /** A snapshot as it was saved. */
  record SnapshotLoaded(SnapshotView header, Json snapshot) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.snapshotLoaded(this);
    }
  }

  /** The client has left; the last message of that room. */
  record RoomLeft(RoomCode roomCode) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.roomLeft(this);
    }
  }

  /** The room is another than before. */
  record RoomUpdated(RoomView room) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.roomUpdated(this);
    }
  }

  /**
   * The host has sent the client away.
   *
   * @param detail what the host says of it, null for nothing
   */
  record RemovedFromRoom(RoomCode roomCode, Removal reason, @Nullable String detail)
      implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.removedFromRoom(this);
    }
  }

  /**
   * The room is no more.
   *
   * @param detail what its host says of it, null for nothing
   */
  record RoomClosed(RoomCode roomCode, RoomEnd reason, @Nullable String detail)
      implements ServerMessage {
    /** A room that nobody closed by a word. */
    public RoomClosed(RoomCode roomCode, RoomEnd reason) {
      this(roomCode, reason, null);
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.roomClosed(this);
    }
  }

  /**
   * Public rooms, newest first.
   *
   * @param cursor where to go on, null when there are no more
   */
  record RoomList(List<ListedRoom> rooms, @Nullable String cursor) implements ServerMessage {
    /** Copies the list. */
    public RoomList {
      rooms = List.copyOf(rooms);
    }

    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.roomList(this);
    }
  }

  /** The ICE servers the client may use now. */
  record IceServersGranted(IceGrant ice) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.iceServersGranted(this);
    }
  }

  /** The backend says something to its clients. */
  record AppMessageHeard(Json message) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.appMessageHeard(this);
    }
  }

  /** The server is about to close all connections. */
  record ServerDraining(Duration reconnectAfter) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.serverDraining(this);
    }
  }

  /** The answer to a message that could not be followed. */
  record Failed(Refusal refusal) implements ServerMessage {
    @Override
    public void saidTo(ServerMessageListener listener) {
      listener.failed(this);
    }
  }
}
