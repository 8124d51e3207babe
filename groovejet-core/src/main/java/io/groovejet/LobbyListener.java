package io.groovejet;

import io.groovejet.LobbyEvent.ClientDisconnected;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.ClientLeft;
import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyEvent.ConnectionOpened;
import io.groovejet.LobbyEvent.EventsMissed;
import io.groovejet.LobbyEvent.HostAppointed;
import io.groovejet.LobbyEvent.HostClaimed;
import io.groovejet.LobbyEvent.HostLost;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.IdentityResumed;
import io.groovejet.LobbyEvent.RateLimited;
import io.groovejet.LobbyEvent.Refused;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyEvent.SnapshotSaved;

/**
 * Is told what happened in a lobby, after it was stored and said. Relayed signals are no events.
 *
 * <p>Threads: calls to one listener come one at a time, on a thread of its own or by the executor
 * it was {@linkplain LobbyBuilder#listener(LobbyListener, java.util.concurrent.Executor) given
 * with}, never while a room waits for it and never under a lock. It may block, and call any lobby.
 *
 * <p>Order: events of one room come in the order in which they happened, and so do those of one
 * connection. Each decision of a room is told as what it changed in the end.
 *
 * <p>A listener that throws is logged, once a minute, and goes on. Of what a slow one has not heard
 * yet, 8192 events are kept; more are dropped, counted and told as {@link EventsMissed}. Lobbies
 * that share a store each tell what they decided. Of rooms that a lobby found in its store when it
 * began, only what happens from there on is told.
 */
public interface LobbyListener {

  /** Something happened; by default the method for it is called. */
  default void told(LobbyEvent event) {
    event.toldTo(this);
  }

  /** A room is open. */
  default void roomOpened(RoomOpened event) {}

  /** A room is no more. */
  default void roomClosed(RoomClosed event) {}

  /** A client has a seat. */
  default void clientJoined(ClientJoined event) {}

  /** A client has no seat any more. */
  default void clientLeft(ClientLeft event) {}

  /** A member's connection was lost. */
  default void clientDisconnected(ClientDisconnected event) {}

  /** A member is back. */
  default void clientReconnected(ClientReconnected event) {}

  /** No host is connected any more. */
  default void hostLost(HostLost event) {}

  /** The host is back. */
  default void hostRejoined(HostRejoined event) {}

  /** A member was asked to become host. */
  default void hostAppointed(HostAppointed event) {}

  /** Somebody claimed a room that had no members. */
  default void hostClaimed(HostClaimed event) {}

  /** Another member is host. */
  default void hostMigrated(HostMigrated event) {}

  /** The host saved a snapshot. */
  default void snapshotSaved(SnapshotSaved event) {}

  /** A connection is open. */
  default void connectionOpened(ConnectionOpened event) {}

  /** A connection is over. */
  default void connectionClosed(ConnectionClosed event) {}

  /** A client proved who it is. */
  default void identityResumed(IdentityResumed event) {}

  /** A client was told an error. */
  default void refused(Refused event) {}

  /** A client sends more than its rate. */
  default void rateLimited(RateLimited event) {}

  /** This listener was too slow. */
  default void eventsMissed(EventsMissed event) {}
}
