package io.groovejet.protocol;

/** Hears one client's messages, one method for each {@link ClientMessage}. */
public interface ClientMessageListener {
  /** See {@link ClientMessage.ResumeIdentity}. */
  void resumeIdentity(ClientMessage.ResumeIdentity message);

  /** See {@link ClientMessage.CreateRoom}. */
  void createRoom(ClientMessage.CreateRoom message);

  /** See {@link ClientMessage.JoinRoom}. */
  void joinRoom(ClientMessage.JoinRoom message);

  /** See {@link ClientMessage.LeaveRoom}. */
  void leaveRoom(ClientMessage.LeaveRoom message);

  /** See {@link ClientMessage.GuestOffer}. */
  void guestOffer(ClientMessage.GuestOffer message);

  /** See {@link ClientMessage.HostAnswer}. */
  void hostAnswer(ClientMessage.HostAnswer message);

  /** See {@link ClientMessage.IceCandidate}. */
  void iceCandidate(ClientMessage.IceCandidate message);

  /** See {@link ClientMessage.RequestOffer}. */
  void requestOffer(ClientMessage.RequestOffer message);

  /** See {@link ClientMessage.LinkState}. */
  void linkState(ClientMessage.LinkState message);

  /** See {@link ClientMessage.UpdateClient}. */
  void updateClient(ClientMessage.UpdateClient message);

  /** See {@link ClientMessage.HostReady}. */
  void hostReady(ClientMessage.HostReady message);

  /** See {@link ClientMessage.HostDeclined}. */
  void hostDeclined(ClientMessage.HostDeclined message);

  /** See {@link ClientMessage.SaveSnapshot}. */
  void saveSnapshot(ClientMessage.SaveSnapshot message);

  /** See {@link ClientMessage.LoadSnapshot}. */
  void loadSnapshot(ClientMessage.LoadSnapshot message);

  /** See {@link ClientMessage.TransferHost}. */
  void transferHost(ClientMessage.TransferHost message);

  /** See {@link ClientMessage.UpdateRoom}. */
  void updateRoom(ClientMessage.UpdateRoom message);

  /** See {@link ClientMessage.RemoveClient}. */
  void removeClient(ClientMessage.RemoveClient message);

  /** See {@link ClientMessage.CloseRoom}. */
  void closeRoom(ClientMessage.CloseRoom message);

  /** See {@link ClientMessage.ListRooms}. */
  void listRooms(ClientMessage.ListRooms message);

  /** See {@link ClientMessage.GetIceServers}. */
  void getIceServers(ClientMessage.GetIceServers message);

  /** See {@link ClientMessage.AppMessage}. */
  void appMessage(ClientMessage.AppMessage message);
}
