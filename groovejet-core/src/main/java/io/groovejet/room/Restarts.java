package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Dialect;
import java.time.Instant;

/**
 * What a room is after a restart of the server: nobody is connected, everybody may come back, and
 * all graces and retentions begin anew (protocol section 5).
 */
final class Restarts {

  private Restarts() {}

  static Transition restart(Turn turn) {
    Room room = turn.room();
    room.clients().stream()
        .filter(client -> client.dialect() == Dialect.URL)
        .map(Client::id)
        .forEach(id -> turn.room(turn.room().without(id)));
    turn.room(turn.room().each(client -> client.away(turn.now(), null)));
    if (turn.room().clients().isEmpty()) {
      Departures.settleWhenEmpty(turn);
    } else {
      waitForHost(turn);
    }
    return turn.end();
  }

  private static void waitForHost(Turn turn) {
    Room room = turn.room();
    RoomTimers timers = room.settings().timers();
    ClientId holder = room.host().holder();
    Vacancy before = room.vacancy();
    if (before != null && before.endsRoom()) {
      Instant closesAt = turn.now().plus(room.retention());
      turn.room(room.waiting(before.until(closesAt).asksAnew()));
    } else if (holder != null && room.seat(holder).isPresent()) {
      Instant graceEnds = turn.now().plus(timers.hostGrace());
      turn.room(room.waiting(Vacancy.lost(holder, turn.now(), graceEnds)));
    } else {
      ClientId previous = before != null ? before.previousHost() : ClientId.NOBODY;
      ClientId left = holder != null ? holder : previous;
      turn.room(room.led(room.host().abandoned(), null));
      Succession.hostLeft(turn, left);
    }
  }
}
