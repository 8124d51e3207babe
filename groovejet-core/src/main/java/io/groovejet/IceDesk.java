package io.groovejet;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.RoomCreated;
import io.groovejet.protocol.ServerMessage.RoomJoined;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Where clients get their ICE servers. */
final class IceDesk {

  private static final Logger LOG = System.getLogger(IceDesk.class.getName());

  private IceDesk() {}

  /** What the client may use now. */
  static IceGrant grant(LobbyOptions options, ClientId client) {
    try {
      return options.iceServers().grantedTo(client, options.timekeeper().now());
    } catch (Throwable broken) { // foreign code must not leave its client without an answer
      LOG.log(Level.ERROR, "There are no ICE servers for a client", broken);
      return IceGrant.NONE;
    }
  }

  /** The message; one that lets the client into a room, with the servers it may use there. */
  static ServerMessage complete(ServerMessage message, LobbyOptions options, ClientId client) {
    if (message instanceof RoomJoined joined) {
      IceGrant grant = grant(options, client);
      return grant.servers().isEmpty() ? message : joined.granting(grant);
    }
    if (message instanceof RoomCreated created) {
      IceGrant grant = grant(options, client);
      return grant.servers().isEmpty() ? message : created.granting(grant);
    }
    return message;
  }
}
