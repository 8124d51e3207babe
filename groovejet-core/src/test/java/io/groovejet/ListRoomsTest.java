package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol sections 3 and 8: finding public rooms. */
final class ListRoomsTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");
  private final Speaker eve = talk.connects("eve");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theNewestPublicRoomComesFirst() {
    opens(ada, "{isPublic: true, metadata: {map: 'moon'}, password: 'secret'}");
    talk.passes(Duration.ofMillis(1));
    opens(bob, "{isPublic: true, maxClients: 4}");
    opens(talk.connects("cat"), "{isPublic: false}");

    eve.says("listRooms");

    eve.hearsExactly(
        "roomList",
        "{rooms: [{roomCode: 'bbbbc', isPublic: true, isLocked: false, hasPassword: false,"
            + " maxClients: 4, hostMigration: 'automatic', metadata: {}, clientCount: 1},"
            + " {roomCode: 'bbbbb', isPublic: true, isLocked: false, hasPassword: true,"
            + " maxClients: 64, hostMigration: 'automatic', metadata: {map: 'moon'},"
            + " clientCount: 1}]}");
  }

  @Test
  void onlyOpenRoomsWithAConnectedHostAreShown() {
    opens(ada, "{isPublic: true}");
    shows("{roomCode: 'bbbbb', clientCount: 1}");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    shows("{roomCode: 'bbbbb', clientCount: 2}");
    ada.says("updateRoom", "{isLocked: true}");
    ada.hears("roomUpdated");
    bob.hears("roomUpdated");
    shows("");
    ada.says("updateRoom", "{isLocked: false, metadata: {map: 'mars'}}");
    ada.hears("roomUpdated");
    bob.hears("roomUpdated");
    shows("{roomCode: 'bbbbb', metadata: {map: 'mars'}}");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    shows("");
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined");
    bob.hears("hostRejoined");
    shows("{roomCode: 'bbbbb'}");
    ada.says("closeRoom");
    ada.hears("roomClosed");
    bob.hears("roomClosed");
    shows("");
  }

  @Test
  void aFilterComparesWhatFieldsSay() {
    opens(ada, "{isPublic: true, metadata: {mode: 'ctf', level: 3, mods: ['a', {b: null}]}}");

    finds("{filter: {mode: 'ctf'}}", "{roomCode: 'bbbbb'}");
    finds("{filter: {level: 3.0, mode: 'ctf'}}", "{roomCode: 'bbbbb'}");
    finds("{filter: {mods: ['a', {b: null}]}}", "{roomCode: 'bbbbb'}");
    finds("{filter: {}}", "{roomCode: 'bbbbb'}");
    finds("{filter: {mode: 'race'}}", "");
    finds("{filter: {mode: 'ctf', more: 1}}", "");
    finds("{filter: {level: '3'}}", "");
    finds("{filter: {level: null}}", "");
  }

  @Test
  void aListGoesOnWhereItEnded() {
    for (String host : new String[] {"h1", "h2", "h3"}) {
      opens(talk.connects(host), "{isPublic: true}");
      talk.passes(Duration.ofMillis(1));
    }

    eve.says("listRooms", "{limit: 2}");
    eve.hears(
        "roomList",
        "{rooms: [{roomCode: 'bbbbd'}, {roomCode: 'bbbbc'}],"
            + " cursor: '978350400.1000000.bbbbc'}");
    opens(ada, "{isPublic: true}");
    eve.says("listRooms", "{limit: 2, cursor: '978350400.1000000.bbbbc'}");

    eve.hearsExactly(
        "roomList",
        "{rooms: [{roomCode: 'bbbbb', isPublic: true, isLocked: false, hasPassword: false,"
            + " maxClients: 64, hostMigration: 'automatic', metadata: {}, clientCount: 1}]}");
  }

  @Test
  void whoLooksTooOftenWaits() {
    for (int i = 0; i < 5; i++) {
      eve.says("listRooms");
      eve.hears("roomList", "{rooms: []}");
    }

    eve.says("listRooms");
    eve.hearsError("rateLimited", "{retryAfterMillis: 500}");
    talk.passes(Duration.ofMillis(500));
    eve.says("listRooms");
    eve.hears("roomList");
    eve.says("listRooms");
    eve.hearsError("rateLimited");
  }

  private void shows(String rooms) {
    finds("{}", rooms);
  }

  private void finds(String asked, String rooms) {
    eve.says("listRooms", asked);
    eve.hears("roomList", "{rooms: [" + rooms + "]}");
    talk.passes(Duration.ofSeconds(1));
  }

  private static void opens(Speaker host, String settings) {
    host.says("createRoom", settings);
    host.hears("roomCreated");
  }
}
