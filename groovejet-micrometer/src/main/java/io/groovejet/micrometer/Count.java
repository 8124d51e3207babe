package io.groovejet.micrometer;

import io.groovejet.room.Client;
import io.groovejet.room.Room;

/**
 * How many members rooms have.
 *
 * @param hosts connected hosts
 * @param guests connected guests
 * @param away members whose seats are held
 */
record Count(long hosts, long guests, long away) {

  static final Count NOBODY = new Count(0, 0, 0);

  static Count of(Room room) {
    long connected = room.clients().stream().filter(Client::connected).count();
    long hosts = room.hostConnected() ? 1 : 0;
    return new Count(hosts, connected - hosts, room.clients().size() - connected);
  }

  Count plus(Count other) {
    return new Count(hosts + other.hosts, guests + other.guests, away + other.away);
  }
}
