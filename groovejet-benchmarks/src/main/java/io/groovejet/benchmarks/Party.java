package io.groovejet.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A room full of members, who all may be host; whoever was cut off comes back as a guest. */
final class Party {

  private final URI endpoint;
  private final String room;
  private final List<Member> guests = new ArrayList<>();
  private Member host; // changes with every migration
  private long epoch = 1; // of that host

  private Party(URI endpoint, Member host, String room) {
    this.endpoint = endpoint;
    this.host = host;
    this.room = room;
  }

  /** A new room with so many members. */
  static Party at(URI endpoint, int seats) {
    Member host = Member.at(endpoint);
    host.says("{\"type\":\"createRoom\"}");
    Party party = new Party(endpoint, host, host.awaits("roomCreated").field("roomCode"));
    for (int others = 1; others < seats; others++) {
      Member guest = Member.at(endpoint);
      guest.says(
          "{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"%s\",\"canHost\":true}}"
              .formatted(party.room));
      guest.awaits("roomJoined");
      party.everybodyAwaits("clientJoined");
      party.guests.add(guest);
    }
    return party;
  }

  /** The host is cut off, and all guests, who could reach it, say that they no longer can. */
  Migration losesHostByReports() {
    guests.forEach(guest -> reportsAndIsHeard(guest, true));
    host.isCutOff();
    guests.forEach(guest -> guest.awaits("hostConnectionLost"));
    int last = guests.size() - 1;
    guests.subList(0, last).forEach(guest -> reportsAndIsHeard(guest, false));
    long certain = System.nanoTime();
    reports(guests.get(last), false);
    return migrated(certain);
  }

  /** The host is cut off and does not come back within {@code grace}. */
  Migration losesHostByGrace(Duration grace) {
    long certain = System.nanoTime() + grace.toNanos();
    host.isCutOff();
    return migrated(certain);
  }

  private Migration migrated(long certain) {
    long end =
        guests.stream().mapToLong(guest -> guest.awaits("hostMigrated").at()).max().getAsLong();
    Member next = guests.stream().filter(Member::wasAsked).findFirst().orElseThrow();
    Migration migration = new Migration(Duration.ofNanos(end - certain), next.answered());
    guests.remove(next);
    Member former = host.backIn(room, endpoint);
    host = next;
    epoch++;
    everybodyAwaits("clientReconnected");
    guests.add(former);
    return migration;
  }

  private void everybodyAwaits(String type) {
    host.awaits(type);
    guests.forEach(guest -> guest.awaits(type));
  }

  private void reports(Member guest, boolean connected) {
    guest.says(
        "{\"type\":\"linkState\",\"data\":{\"connected\":%s,\"hostEpoch\":%d}}"
            .formatted(connected, epoch));
  }

  /** A report has no answer, so a question follows that is answered by a refusal. */
  private void reportsAndIsHeard(Member guest, boolean connected) {
    reports(guest, connected);
    guest.says("{\"type\":\"loadSnapshot\"}");
    guest.awaits("error");
  }
}
