package io.groovejet.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a client says (protocol section 3). One record per message; absent fields are null.
 *
 * <p>{@link #saidTo} calls the one method of a {@link Listener} that fits, so that a new message is
 * a compile error wherever it is not handled.
 */
public sealed interface ClientMessage {

  /** Tells {@code listener} this message. */
  void saidTo(Listener listener);

  /** Whether it may be larger than other messages, because it carries a snapshot. */
  default boolean mayBeLarge() {
    return false;
  }

  /** Proves to be the client of an earlier connection. */
  record ResumeIdentity(Secret clientToken) implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
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
    public void saidTo(Listener listener) {
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

    @Override
    public void saidTo(Listener listener) {
      listener.joinRoom(this);
    }
  }

  /** Gives up the seat. */
  record LeaveRoom() implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.leaveRoom(this);
    }
  }

  /** A guest's WebRTC offer for the host. */
  record GuestOffer(Json offer, @Nullable Long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.guestOffer(this);
    }
  }

  /** The host's answer to a guest's offer. */
  record HostAnswer(Json answer, ClientId clientId, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
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
    public void saidTo(Listener listener) {
      listener.iceCandidate(this);
    }
  }

  /** The host asks a guest to offer again. */
  record RequestOffer(ClientId clientId, @Nullable String reason, @Nullable Long hostEpoch)
      implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.requestOffer(this);
    }
  }

  /** A guest tells whether its peer-to-peer link to the host of that epoch stands. */
  record LinkState(boolean connected, long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.linkState(this);
    }
  }

  /** A member says something new of itself; absent fields stay. */
  record UpdateClient(
      @Nullable Boolean canHost, @Nullable Integer hostPriority, @Nullable Json profile)
      implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.updateClient(this);
    }
  }

  /** A candidate takes the role of host under the number it was appointed with. */
  record HostReady(long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.hostReady(this);
    }
  }

  /** A candidate does not take the role. */
  record HostDeclined(long hostEpoch) implements ClientMessage {
    @Override
    public void saidTo(Listener listener) {
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
    public void saidTo(Listener listener) {
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
    public void saidTo(Listener listener) {
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
    public void saidTo(Listener listener) {
      listener.loadSnapshot(this);
    }
  }

  /** Hears one client's messages. */
  interface Listener {
    /** See {@link ResumeIdentity}. */
    void resumeIdentity(ResumeIdentity message);

    /** See {@link CreateRoom}. */
    void createRoom(CreateRoom message);

    /** See {@link JoinRoom}. */
    void joinRoom(JoinRoom message);

    /** See {@link LeaveRoom}. */
    void leaveRoom(LeaveRoom message);

    /** See {@link GuestOffer}. */
    void guestOffer(GuestOffer message);

    /** See {@link HostAnswer}. */
    void hostAnswer(HostAnswer message);

    /** See {@link IceCandidate}. */
    void iceCandidate(IceCandidate message);

    /** See {@link RequestOffer}. */
    void requestOffer(RequestOffer message);

    /** See {@link LinkState}. */
    void linkState(LinkState message);

    /** See {@link UpdateClient}. */
    void updateClient(UpdateClient message);

    /** See {@link HostReady}. */
    void hostReady(HostReady message);

    /** See {@link HostDeclined}. */
    void hostDeclined(HostDeclined message);

    /** See {@link SaveSnapshot}. */
    void saveSnapshot(SaveSnapshot message);

    /** See {@link LoadSnapshot}. */
    void loadSnapshot(LoadSnapshot message);

    /** See {@link TransferHost}. */
    void transferHost(TransferHost message);
  }
}
