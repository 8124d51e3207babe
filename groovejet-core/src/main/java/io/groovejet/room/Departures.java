package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.ServerMessage.ClientDisconnected;
import io.groovejet.protocol.ServerMessage.ClientLeft;
import io.groovejet.protocol.ServerMessage.RoomLeft;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How seats are held and given up (protocol sections 2.1 and 5). */
final class Departures {

  private Departures() {}

  static Transition leave(Turn turn, Caller caller) {
    Optional<Client> seat = turn.room().speaker(caller.connection());
    if (seat.isEmpty()) {
      turn.refuse(caller, ErrorType.NOT_IN_ROOM);
      return turn.end();
    }
    turn.reply(caller, new RoomLeft(turn.room().code()));
    turn.also(new Effect.Exit(caller.connection()));
    depart(turn, seat.get(), LeaveReason.LEFT, null);
    return turn.end();
  }

  /** A connection is lost: the seat is held, but a URL client has none to come back to. */
  static Transition lose(Turn turn, ConnectionId connection) {
    turn.room()
        .speaker(connection)
        .ifPresent(
            client -> {
              if (client.dialect() == Dialect.URL) {
                depart(turn, client, LeaveReason.LEFT, null);
              } else {
                hold(turn, client);
              }
            });
    return turn.end();
  }

  /** The grace of a held seat is over. */
  static void timeOut(Turn turn, Client client) {
    giveUpSeat(turn, client);
    settleWhenEmpty(turn);
  }

  /** A held seat goes to somebody else. */
  static void giveUpSeat(Turn turn, Client client) {
    turn.room(turn.room().without(client.id()));
    turn.tellAll(new ClientLeft(client.id(), LeaveReason.TIMED_OUT));
  }

  private static void hold(Turn turn, Client client) {
    Room room = turn.room();
    ClientId id = client.id();
    if (room.host().heldBy(id)) {
      turn.room(room.changing(client.away(turn.now(), null)));
      Succession.hostLost(turn, id);
      return;
    }
    Duration grace = room.settings().timers().guestGrace();
    Instant until = room.hostConnected() ? turn.now().plus(grace) : null;
    turn.room(room.changing(client.away(turn.now(), until)));
    turn.tellAll(new ClientDisconnected(id, grace));
    Succession.settle(turn);
  }

  /** A client is no longer a member, whoever wanted that. */
  static void depart(Turn turn, Client client, LeaveReason reason, @Nullable String detail) {
    Room room = turn.room();
    boolean wasHost = room.host().heldBy(client.id());
    boolean ends = wasHost && Succession.endsWithout(room, client.id());
    turn.room(room.without(client.id()));
    if (ends) {
      turn.close(RoomEnd.HOST_LEFT);
      return;
    }
    turn.tellAll(new ClientLeft(client.id(), reason, detail));
    settleWhenEmpty(turn);
    if (turn.over() || turn.room().clients().isEmpty()) {
      return;
    }
    if (wasHost) {
      Succession.hostLeft(turn, client.id());
    } else {
      Succession.settle(turn);
    }
  }

  /** A room without any seat is no more, unless its code may still be claimed. */
  static void settleWhenEmpty(Turn turn) {
    Room room = turn.room();
    if (!room.clients().isEmpty()) {
      return;
    }
    if (room.settings().claimable()) {
      Instant until = turn.now().plus(room.settings().timers().unclaimedRetention());
      turn.room(room.led(room.host().abandoned(), null).unclaimed(until));
    } else {
      turn.vanish();
    }
  }
}
