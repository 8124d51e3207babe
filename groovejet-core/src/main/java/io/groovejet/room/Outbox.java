package io.groovejet.room;

import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what a room decided. A connection that is gone is passed over; no method blocks or
 * throws.
 */
public interface Outbox {

  /** Sends one message, with the request id it answers or null. */
  void tell(ConnectionId to, ServerMessage message, @Nullable RequestId requestId);

  /** Sends the same message to several. */
  void tellAll(List<ConnectionId> to, ServerMessage message);

  /** The connection speaks in that room from now on. */
  void enter(ConnectionId connection, RoomCode room);

  /** The connection speaks in no room any more. */
  void exit(ConnectionId connection);

  /** Closes the connection for good; nothing that still comes from it counts. */
  void hangUp(ConnectionId connection, CloseReason reason);

  /** Pings the connection at once; if nothing comes soon, it is given up as lost. */
  void probe(ConnectionId connection);

  /** The connection hosts a room with that many seats taken, or none any more for 0. */
  void hosting(ConnectionId connection, int seats);

  /** Counts a wrong guess of a code or a password for the address of the connection. */
  void countGuess(ConnectionId connection);

  /** Reads a snapshot's bytes and sends them. */
  void fetch(Effect.Fetch fetch);

  /** Forgets a snapshot's bytes. */
  void forget(RoomCode room, long blob);
}
