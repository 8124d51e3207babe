package io.groovejet.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a client says (protocol section 3). One record per message; absent fields are null.
 *
 * <p>{@link #saidTo} calls the one method of a {@link ClientMessageListener} that fits, so that a
 * new message is a compile error wherever it is not handled.
 */
public sealed interface ClientMessage {

  /** How many rooms a list holds at most. */
  int MAX_LISTED = 100;

  /** Tells {@code listener} this message. */
  void saidTo(ClientMessageListener listener);

  /** Whether it may be larger than other messages, because it carries a snapshot. */
  default boolean mayBeLarge() {
    return false;
  }

  /** Proves to be the client of an earlier connection. */
  record ResumeIdentity(Secret clientToken) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.resumeIdentity(this);
    }
  }

  /**
   * Opens a room.
   *
   * @param maxClients at least 1, null for the server's limit
   * @param hostMigration null for automatic
   */
  record CreateRoom(
      @Nullable Integer maxClients,
      @Nullable HostMigration hostMigration,
      boolean isPublic,
      @Nullable Secret password,
      @Nullable Json metadata,
      @Nullable Json profile,
      int hostPriority)
      implements ClientMessage {

    /** A room with nothing asked for. */
    public static CreateRoom plain() {
      return new CreateRoom(null, null, false, null, null, null, 0);
    }

    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.createRoom(this);
    }
  }

  /**
   * Joins a room, resuming an identity on the way if it carries a token.
   *
   * @param roomCode null when absent, empty or no text
   */
  record JoinRoom(
      @Nullable RoomCode roomCode,
      @Nullable Secret clientToken,
      @Nullable Boolean canHost,
      @Nullable Integer hostPriority,
      @Nullable Secret password,
      @Nullable Json profile)
      implements ClientMessage {

    /** A join that says nothing but where. */
    public static JoinRoom of(RoomCode code) {
      return new JoinRoom(code, null, null, null, null, null);
    }

    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.joinRoom(this);
    }
  }

  /** Gives up the seat. */
  record LeaveRoom() implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.leaveRoom(this);
    }
  }

  /** A guest's WebRTC offer for the host. */
  record GuestOffer(Json offer, @Nullable Long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.guestOffer(this);
    }
  }

  /** The host's answer to a guest's offer. */
  record HostAnswer(Json answer, ClientId clientId, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.hostAnswer(this);
    }
  }

  /**
   * An ICE candidate (RFC 8838) for the other side.
   *
   * @param clientId which guest, said by the host only
   */
  record IceCandidate(Json candidate, @Nullable ClientId clientId, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.iceCandidate(this);
    }
  }

  /** The host asks a guest to offer again. */
  record RequestOffer(ClientId clientId, @Nullable String reason, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.requestOffer(this);
    }
  }

  /** A guest tells whether its peer-to-peer link to the host of that epoch stands. */
  record LinkState(boolean connected, long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.linkState(this);
    }
  }

  /** A member says something new of itself; absent fields stay. */
  record UpdateClient(
      @Nullable Boolean canHost, @Nullable Integer hostPriority, @Nullable Json profile)
      implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.updateClient(this);
    }
  }

  /** A candidate takes the role of host under the number it was appointed with. */
  record HostReady(long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.hostReady(this);
    }
  }

  /** A candidate does not take the role. */
  record HostDeclined(long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.hostDeclined(this);
    }
  }

  /**
   * The host hands its role over.
   *
   * @param clientId to whom, null for whoever is best
   */
  record TransferHost(@Nullable ClientId clientId, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.transferHost(this);
    }
  }

  /** The host saves the state of the game. */
  record SaveSnapshot(Json snapshot, @Nullable String label, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public boolean mayBeLarge() {
      return true;
    }

    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.saveSnapshot(this);
    }
  }

  /**
   * The host or its candidate asks for a snapshot.
   *
   * @param snapshotVersion which, null for the newest
   */
  record LoadSnapshot(@Nullable Long snapshotVersion) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.loadSnapshot(this);
    }
  }

  /**
   * The host changes the room; absent fields stay.
   *
   * @param maxClients at least 1, null to leave it
   * @param password a new one, null to leave it or to remove it
   * @param opensToAll whether the password is removed
   */
  record UpdateRoom(
      @Nullable Boolean isPublic,
      @Nullable Boolean isLocked,
      @Nullable Integer maxClients,
      @Nullable Secret password,
      boolean opensToAll,
      @Nullable Json metadata,
      @Nullable Long hostEpoch)
      implements ClientMessage {

    /** The same with as many seats as the server grants. */
    public UpdateRoom withSeatsAtMost(int most) {
      Integer seats = maxClients == null ? null : Integer.valueOf(Math.min(maxClients, most));
      return new UpdateRoom(isPublic, isLocked, seats, password, opensToAll, metadata, hostEpoch);
    }

    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.updateRoom(this);
    }
  }

  /**
   * The host sends a member away.
   *
   * @param ban whom to shut out, null for nobody
   * @param reason a free text for the members, null for none
   */
  record RemoveClient(
      ClientId clientId, @Nullable Ban ban, @Nullable String reason, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.removeClient(this);
    }
  }

  /**
   * The host ends the room.
   *
   * @param reason a free text for the members, null for none
   */
  record CloseRoom(@Nullable String reason, @Nullable Long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.closeRoom(this);
    }
  }

  /**
   * Looks for public rooms.
   *
   * @param filter what their metadata must equal, field by field; null for any
   * @param limit how many at most, null for as many as there may be
   * @param cursor where an earlier list ended, null for the beginning
   */
  record ListRooms(@Nullable Json filter, @Nullable Integer limit, @Nullable String cursor)
      implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.listRooms(this);
    }
  }

  /** A member asks for ICE servers. */
  record GetIceServers() implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.getIceServers(this);
    }
  }

  /** A client says something to the backend. */
  record AppMessage(Json message) implements ClientMessage {
    @Override
    public void saidTo(ClientMessageListener listener) {
      listener.appMessage(this);
    }
  }
}
