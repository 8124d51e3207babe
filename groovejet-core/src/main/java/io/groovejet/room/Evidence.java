package io.groovejet.room;

import io.groovejet.protocol.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the guests' reports about their links say of the host (protocol section 6.2): the latest
 * report of each connected guest, for the current epoch.
 */
final class Evidence {

  private static final Duration BETWEEN_PROBES = Duration.ofSeconds(10);

  private Evidence() {}

  /** Whether somebody reports and all of them say that the link is down. */
  static boolean allDown(Room room) {
    List<Client> reporting = reporting(room);
    return !reporting.isEmpty() && up(reporting) == 0;
  }

  /** Whether somebody reports and at least half of them say that the link stands. */
  static boolean mostlyUp(Room room) {
    List<Client> reporting = reporting(room);
    return !reporting.isEmpty() && up(reporting) * 2 >= reporting.size();
  }

  /**
   * Has the connected host's socket tried, if all connected guests say that its link is down and it
   * was not tried a short while ago.
   */
  static void consider(Turn turn) {
    Room room = turn.room();
    long guests = room.clients().stream().filter(client -> isGuestWhoCanTell(room, client)).count();
    Instant last = room.probedAt();
    boolean lately = last != null && last.plus(BETWEEN_PROBES).isAfter(turn.now());
    if (lately || guests == 0 || reporting(room).size() != guests || !allDown(room)) {
      return;
    }
    room.hostConnection()
        .ifPresent(
            host -> {
              turn.room(room.probed(turn.now()));
              turn.also(new Effect.Probe(host));
            });
  }

  private static long up(List<Client> reporting) {
    return reporting.stream().filter(Evidence::saysUp).count();
  }

  private static boolean saysUp(Client client) {
    LinkReport report = client.link();
    return report != null && report.connected();
  }

  private static List<Client> reporting(Room room) {
    return room.clients().stream()
        .filter(client -> isGuestWhoCanTell(room, client))
        .filter(client -> tellsOf(client, room.host().epoch()))
        .toList();
  }

  private static boolean tellsOf(Client client, long epoch) {
    LinkReport report = client.link();
    return report != null && report.epoch() == epoch;
  }

  private static boolean isGuestWhoCanTell(Room room, Client client) {
    return client.connected()
        && client.dialect() == Dialect.MESSAGE
        && !room.host().heldBy(client.id());
  }
}
