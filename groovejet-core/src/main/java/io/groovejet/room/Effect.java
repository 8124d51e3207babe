package io.groovejet.room;

import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.SnapshotView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done about a decision, once it is stored. */
public sealed interface Effect {

  /** Has {@code outbox} do it. */
  void carryOut(Outbox outbox);

  /**
   * Tell one connection.
   *
   * @param requestId the request this answers, null for none
   */
  record Tell(ConnectionId to, ServerMessage message, @Nullable RequestId requestId)
      implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.tell(to, message, requestId);
    }
  }

  /** Tell several connections the same. */
  record TellAll(List<ConnectionId> to, ServerMessage message) implements Effect {
    /** Copies the list. */
    public TellAll {
      to = List.copyOf(to);
    }

    @Override
    public void carryOut(Outbox outbox) {
      outbox.tellAll(to, message);
    }
  }

  /** A connection has entered the room. */
  record Enter(ConnectionId connection, RoomCode room) implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.enter(connection, room);
    }
  }

  /** A connection is out of the room. */
  record Exit(ConnectionId connection) implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.exit(connection);
    }
  }

  /** A connection is to be closed. */
  record HangUp(ConnectionId connection, CloseReason reason) implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.hangUp(connection, reason);
    }
  }

  /** A connection is to be tried: its guests say that its host is gone. */
  record Probe(ConnectionId connection) implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.probe(connection);
    }
  }

  /** A snapshot is to be read and sent. */
  record Fetch(
      ConnectionId to, RoomCode room, SnapshotView header, long blob, @Nullable RequestId requestId)
      implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.fetch(this);
    }
  }

  /** A snapshot's bytes are not needed any more. */
  record Forget(RoomCode room, long blob) implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.forget(room, blob);
    }
  }

  /**
   * A connection hosts a room.
   *
   * @param seats how many seats are taken there; 0 when it is host no more
   */
  record Hosting(ConnectionId connection, int seats) implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.hosting(connection, seats);
    }
  }

  /** A connection has guessed a code or a password, wrong. */
  record CountGuess(ConnectionId connection) implements Effect {
    @Override
    public void carryOut(Outbox outbox) {
      outbox.countGuess(connection);
    }
  }
}
