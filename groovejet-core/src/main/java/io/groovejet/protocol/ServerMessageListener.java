package io.groovejet.protocol;

/** Hears the server's messages, one method for each {@link ServerMessage}. */
public interface ServerMessageListener {

  /** See {@link ServerMessage.Identity}. */
  void identity(ServerMessage.Identity message);

  /** See {@link ServerMessage.RoomCreated}. */
  void roomCreated(ServerMessage.RoomCreated message);

  /** See {@link ServerMessage.RoomJoined}. */
  void roomJoined(ServerMessage.RoomJoined message);

  /** See {@link ServerMessage.GuestOfferSignal}. */
  void guestOfferSignal(ServerMessage.GuestOfferSignal message);

  /** See {@link ServerMessage.HostAnswerSignal}. */
  void hostAnswerSignal(ServerMessage.HostAnswerSignal message);

  /** See {@link ServerMessage.IceCandidateSignal}. */
  void iceCandidateSignal(ServerMessage.IceCandidateSignal message);

  /** See {@link ServerMessage.OfferRequested}. */
  void offerRequested(ServerMessage.OfferRequested message);

  /** See {@link ServerMessage.ClientJoined}. */
  void clientJoined(ServerMessage.ClientJoined message);

  /** See {@link ServerMessage.ClientUpdated}. */
  void clientUpdated(ServerMessage.ClientUpdated message);

  /** See {@link ServerMessage.ClientDisconnected}. */
  void clientDisconnected(ServerMessage.ClientDisconnected message);

  /** See {@link ServerMessage.ClientReconnected}. */
  void clientReconnected(ServerMessage.ClientReconnected message);

  /** See {@link ServerMessage.ClientLeft}. */
  void clientLeft(ServerMessage.ClientLeft message);

  /** See {@link ServerMessage.HostConnectionLost}. */
  void hostConnectionLost(ServerMessage.HostConnectionLost message);

  /** See {@link ServerMessage.HostRejoined}. */
  void hostRejoined(ServerMessage.HostRejoined message);

  /** See {@link ServerMessage.HostMigrated}. */
  void hostMigrated(ServerMessage.HostMigrated message);

  /** See {@link ServerMessage.HostMigrationStarted}. */
  void hostMigrationStarted(ServerMessage.HostMigrationStarted message);

  /** See {@link ServerMessage.BecomeHost}. */
  void becomeHost(ServerMessage.BecomeHost message);

  /** See {@link ServerMessage.HostMigrationFailed}. */
  void hostMigrationFailed(ServerMessage.HostMigrationFailed message);

  /** See {@link ServerMessage.SnapshotSaved}. */
  void snapshotSaved(ServerMessage.SnapshotSaved message);

  /** See {@link ServerMessage.SnapshotLoaded}. */
  void snapshotLoaded(ServerMessage.SnapshotLoaded message);

  /** See {@link ServerMessage.RoomLeft}. */
  void roomLeft(ServerMessage.RoomLeft message);

  /** See {@link ServerMessage.RoomUpdated}. */
  void roomUpdated(ServerMessage.RoomUpdated message);

  /** See {@link ServerMessage.RemovedFromRoom}. */
  void removedFromRoom(ServerMessage.RemovedFromRoom message);

  /** See {@link ServerMessage.RoomClosed}. */
  void roomClosed(ServerMessage.RoomClosed message);

  /** See {@link ServerMessage.RoomList}. */
  void roomList(ServerMessage.RoomList message);

  /** See {@link ServerMessage.IceServersGranted}. */
  void iceServersGranted(ServerMessage.IceServersGranted message);

  /** See {@link ServerMessage.AppMessageHeard}. */
  void appMessageHeard(ServerMessage.AppMessageHeard message);

  /** See {@link ServerMessage.ServerDraining}. */
  void serverDraining(ServerMessage.ServerDraining message);

  /** See {@link ServerMessage.Failed}. */
  void failed(ServerMessage.Failed message);
}
