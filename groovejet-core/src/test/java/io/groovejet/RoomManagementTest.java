package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 3: what a host does to its room. */
final class RoomManagementTest {

  private final Conversation talk =
      Conversation.begin(builder -> builder.limits(Limits.ofDefaults().withMaxClients(8)));
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void everybodyHearsWhatTheRoomIsNow() {
    play("{maxClients: 4, metadata: {map: 'moon'}}");

    ada.saysText(
        "{\"type\":\"updateRoom\",\"requestId\":\"u\",\"data\":{\"isPublic\":true,"
            + "\"isLocked\":true,\"maxClients\":2,\"password\":\"secret\","
            + "\"metadata\":{\"map\":\"mars\"}}}");

    String now =
        "{room: {roomCode: 'bbbbb', isPublic: true, isLocked: true, hasPassword: true,"
            + " maxClients: 2, hostMigration: 'automatic', metadata: {map: 'mars'}}}";
    ada.hearsText("{type: 'roomUpdated', requestId: 'u', data: " + now + "}");
    bob.hearsExactly("roomUpdated", now);
  }

  @Test
  void whatIsNotSaidStays() {
    play("{maxClients: 4, isPublic: true, password: 'secret', metadata: {map: 'moon'}}");

    ada.says("updateRoom", "{isLocked: false, unknown: 7}");

    String same =
        "{room: {roomCode: 'bbbbb', isPublic: true, isLocked: false, hasPassword: true,"
            + " maxClients: 4, hostMigration: 'automatic', metadata: {map: 'moon'}}}";
    ada.hearsExactly("roomUpdated", same);
    bob.hearsExactly("roomUpdated", same);
  }

  @Test
  void aLockIsForNewcomersOnly() {
    play("{}");
    ada.says("updateRoom", "{isLocked: true}");
    ada.hears("roomUpdated");
    bob.hears("roomUpdated");
    Speaker cat = talk.connects("cat");

    cat.says("joinRoom", "{roomCode: 'bbbbb'}");
    cat.hearsError("roomLocked");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    bob.comesBackTo("bbbbb");
    bob.hears("roomJoined", "{reconnected: true, room: {isLocked: true}}");
    ada.hears("clientReconnected");
    ada.says("updateRoom", "{isLocked: false}");
    ada.hears("roomUpdated");
    bob.hears("roomUpdated");

    cat.says("joinRoom", "{roomCode: 'bbbbb'}");
    cat.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
  }

  @Test
  void aPasswordIsChangedAndRemoved() {
    play("{password: 'old'}");
    Speaker cat = talk.connects("cat");
    ada.says("updateRoom", "{password: 'new'}");
    ada.hears("roomUpdated", "{room: {hasPassword: true}}");
    bob.hears("roomUpdated");

    cat.says("joinRoom", "{roomCode: 'bbbbb', password: 'old'}");
    cat.hearsError("wrongPassword");
    cat.says("joinRoom", "{roomCode: 'bbbbb', password: 'new'}");
    cat.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    ada.says("updateRoom", "{password: null}");
    ada.hears("roomUpdated", "{room: {hasPassword: false}}");
    bob.hears("roomUpdated");
    cat.hears("roomUpdated");

    Speaker dan = talk.connects("dan");
    dan.says("joinRoom", "{roomCode: 'bbbbb'}");
    dan.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    cat.hears("clientJoined");
  }

  @Test
  void seatsThatAreTakenOrHeldAreNotTakenAway() {
    play("{maxClients: 4}");
    bob.losesConnection();
    ada.hears("clientDisconnected");

    ada.says("updateRoom", "{maxClients: 1, isLocked: true}");
    ada.hearsError("malformedMessage", "{field: 'maxClients', limit: 2}");
    talk.passes(Duration.ofSeconds(30));
    ada.hears("clientLeft");
    ada.says("updateRoom", "{maxClients: 1}");
    ada.hears("roomUpdated", "{room: {maxClients: 1, isLocked: false}}");

    Speaker cat = talk.connects("cat");
    cat.says("joinRoom", "{roomCode: 'bbbbb'}");
    cat.hearsError("roomFull");
  }

  @Test
  void moreSeatsThanTheServerGrantsAreAsManyAsItGrants() {
    play("{maxClients: 4}");

    ada.says("updateRoom", "{maxClients: 1000}");

    ada.hears("roomUpdated", "{room: {maxClients: 8}}");
    bob.hears("roomUpdated");
  }

  @Test
  void whoIsHostByNowMayAndWhoWasMayNot() {
    play("{}");
    ada.says("transferHost");
    ada.hears("hostMigrationStarted");
    bob.hears("becomeHost", "{hostEpoch: 2}");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");
    ada.hears("hostMigrated");

    ada.says("updateRoom", "{isLocked: true}");
    ada.hearsError("notHost");
    bob.says("updateRoom", "{isLocked: true, hostEpoch: 1}");
    bob.hearsError("staleEpoch", "{hostEpoch: 2}");
    bob.says("updateRoom", "{isLocked: true, hostEpoch: 2}");
    bob.hears("roomUpdated");
    ada.hears("roomUpdated");
  }

  @Test
  void aHostEndsItsRoom() {
    play("{}");
    Speaker eve = talk.connectsByUrl("eve", "bbbbb", false);
    ada.hears("clientJoined");
    bob.hears("clientJoined");

    ada.saysText(
        "{\"type\":\"closeRoom\",\"requestId\":\"c\",\"data\":{\"reason\":\"good night\"}}");

    ada.hearsText(
        "{type: 'roomClosed', requestId: 'c',"
            + " data: {roomCode: 'bbbbb', reason: 'closed', detail: 'good night'}}");
    bob.hearsExactly("roomClosed", "{roomCode: 'bbbbb', reason: 'closed', detail: 'good night'}");
    eve.isClosedWith(4007);
    bob.isConnected();
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hearsError("noRoomFound");
    ada.says("createRoom");
    ada.hears("roomCreated");
  }

  private void play(String settings) {
    ada.says("createRoom", settings);
    ada.hears("roomCreated");
    String password =
        settings.contains("'secret'")
            ? ", password: 'secret'"
            : settings.contains("'old'") ? ", password: 'old'" : "";
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true" + password + "}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }
}
