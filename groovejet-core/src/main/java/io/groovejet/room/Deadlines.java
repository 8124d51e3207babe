package io.groovejet.room;

import java.time.Instant;

/** What happens to a room by the mere passing of time. */
final class Deadlines {

  private Deadlines() {}

  /** A turn in which everything due by {@code now} has happened. */
  static Turn due(Room room, Instant now, HostElection election) {
    Turn turn = new Turn(room, now, election);
    while (!turn.over() && isDue(turn)) {
      next(turn);
    }
    return turn;
  }

  private static boolean isDue(Turn turn) {
    return turn.room().nextDeadline().filter(next -> !next.isAfter(turn.now())).isPresent();
  }

  private static void next(Turn turn) {
    Room room = turn.room();
    Vacancy vacancy = room.vacancy();
    if (vacancy != null && !vacancy.until().isAfter(turn.now())) {
      Succession.waitedOut(turn, vacancy);
    } else if (room.unclaimedUntil() != null) {
      turn.vanish();
    } else {
      room.clients().stream()
          .filter(client -> graceIsOver(client, turn.now()))
          .findFirst()
          .ifPresent(client -> Departures.timeOut(turn, client));
    }
  }

  private static boolean graceIsOver(Client client, Instant now) {
    Absence absence = client.absence();
    return absence != null && absence.until() != null && !absence.until().isAfter(now);
  }
}
