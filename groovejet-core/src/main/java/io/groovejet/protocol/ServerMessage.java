package io.groovejet.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says (protocol section 4). One record per message; durations are time left.
 *
 * <p>{@link #saidTo} calls the one method of a {@link Listener} that fits.
 */
public sealed interface ServerMessage {

  /** Tells {@code listener} this message. */
  void saidTo(Listener listener);

  /**
   * Who the client is.
   *
   * @param clientToken proof for later, null in the URL dialect
   */
  record Identity(
      ClientId clientId, @Nullable Secret clientToken, boolean resumed, IdentityLimits limits)
      implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.identity(this);
    }
  }

  /** The room is open and the client is its host. */
  record RoomCreated(RoomView room, long hostEpoch) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.roomCreated(this);
    }
  }

  /**
   * The whole state of the room the client is in now.
   *
   * @param hostId who holds the role of host, null while nobody does
   * @param closesIn when the room ends if nobody becomes host, null while it does not
   */
  record RoomJoined(
      boolean clientIsHost,
      boolean reconnected,
      @Nullable ClientId hostId,
      boolean hostConnected,
      long hostEpoch,
      List<ClientView> clients,
      RoomView room,
      @Nullable Duration closesIn)
      implements ServerMessage {
    /** Copies the list. */
    public RoomJoined {
      clients = List.copyOf(clients);
    }

    @Override
    public void saidTo(Listener listener) {
      listener.roomJoined(this);
    }
  }

  /** A guest's offer, to the host. */
  record GuestOfferSignal(Json offer, ClientId clientId, long hostEpoch) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.guestOfferSignal(this);
    }
  }

  /** The host's answer, to a guest. */
  record HostAnswerSignal(Json answer, long hostEpoch) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.hostAnswerSignal(this);
    }
  }

  /** An ICE candidate of {@code clientId}, to the other side. */
  record IceCandidateSignal(Json candidate, ClientId clientId, long hostEpoch)
      implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.iceCandidateSignal(this);
    }
  }

  /** The host asks this guest to offer again. */
  record OfferRequested(@Nullable String reason) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.offerRequested(this);
    }
  }

  /** Somebody new is in the room. */
  record ClientJoined(ClientView client) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.clientJoined(this);
    }
  }

  /** What the others see of a member has changed. */
  record ClientUpdated(ClientView client) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.clientUpdated(this);
    }
  }

  /** A guest's connection is lost; its seat is held for {@code grace}. */
  record ClientDisconnected(ClientId clientId, Duration grace) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.clientDisconnected(this);
    }
  }

  /** A guest has come back. */
  record ClientReconnected(ClientId clientId) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.clientReconnected(this);
    }
  }

  /** A client is no longer a member. */
  record ClientLeft(ClientId clientId, LeaveReason reason) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.clientLeft(this);
    }
  }

  /** The host's connection is lost; it may come back within {@code grace}. */
  record HostConnectionLost(ClientId hostId, long hostEpoch, Duration grace)
      implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.hostConnectionLost(this);
    }
  }

  /** The same host is back, in the same epoch. */
  record HostRejoined(ClientId hostId, long hostEpoch) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.hostRejoined(this);
    }
  }

  /** There is a new host. */
  record HostMigrated(
      ClientId hostId, @Nullable ClientId previousHostId, long hostEpoch, MigrationReason reason)
      implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.hostMigrated(this);
    }
  }

  /** There is no next host for now. */
  record HostMigrationFailed(MigrationFailure reason, @Nullable Duration closesIn)
      implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.hostMigrationFailed(this);
    }
  }

  /** The client has left; the last message of that room. */
  record RoomLeft(RoomCode roomCode) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.roomLeft(this);
    }
  }

  /** The room is no more. */
  record RoomClosed(RoomCode roomCode, RoomEnd reason) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.roomClosed(this);
    }
  }

  /** The server is about to close all connections. */
  record ServerDraining(Duration reconnectAfter) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.serverDraining(this);
    }
  }

  /** The answer to a message that could not be followed. */
  record Failed(Refusal refusal) implements ServerMessage {
    @Override
    public void saidTo(Listener listener) {
      listener.failed(this);
    }
  }

  /** Hears the server's messages. */
  interface Listener {
    /** See {@link Identity}. */
    void identity(Identity message);

    /** See {@link RoomCreated}. */
    void roomCreated(RoomCreated message);

    /** See {@link RoomJoined}. */
    void roomJoined(RoomJoined message);

    /** See {@link GuestOfferSignal}. */
    void guestOfferSignal(GuestOfferSignal message);

    /** See {@link HostAnswerSignal}. */
    void hostAnswerSignal(HostAnswerSignal message);

    /** See {@link IceCandidateSignal}. */
    void iceCandidateSignal(IceCandidateSignal message);

    /** See {@link OfferRequested}. */
    void offerRequested(OfferRequested message);

    /** See {@link ClientJoined}. */
    void clientJoined(ClientJoined message);

    /** See {@link ClientUpdated}. */
    void clientUpdated(ClientUpdated message);

    /** See {@link ClientDisconnected}. */
    void clientDisconnected(ClientDisconnected message);

    /** See {@link ClientReconnected}. */
    void clientReconnected(ClientReconnected message);

    /** See {@link ClientLeft}. */
    void clientLeft(ClientLeft message);

    /** See {@link HostConnectionLost}. */
    void hostConnectionLost(HostConnectionLost message);

    /** See {@link HostRejoined}. */
    void hostRejoined(HostRejoined message);

    /** See {@link HostMigrated}. */
    void hostMigrated(HostMigrated message);

    /** See {@link HostMigrationFailed}. */
    void hostMigrationFailed(HostMigrationFailed message);

    /** See {@link RoomLeft}. */
    void roomLeft(RoomLeft message);

    /** See {@link RoomClosed}. */
    void roomClosed(RoomClosed message);

    /** See {@link ServerDraining}. */
    void serverDraining(ServerDraining message);

    /** See {@link Failed}. */
    void failed(Failed message);
  }
}
