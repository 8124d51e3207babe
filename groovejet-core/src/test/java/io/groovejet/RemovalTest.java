package io.groovejet;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.Dialect;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol sections 3 and 8: sending members away, and shutting them out. */
final class RemovalTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob", from("192.0.2.7"));
  private final Speaker cat = talk.connects("cat", from("192.0.2.9"));

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theRemovedHearsItFirstAndTheHostHasItsReply() {
    play();

    ada.saysText(
        "{\"type\":\"removeClient\",\"requestId\":\"r\",\"data\":{\"clientId\":\""
            + bob.clientId()
            + "\",\"reason\":\"idle\"}}");

    bob.hearsExactly("removedFromRoom", "{roomCode: 'bbbbb', reason: 'removed', detail: 'idle'}");
    ada.hearsText(
        "{type: 'clientLeft', requestId: 'r',"
            + " data: {clientId: '@bob', reason: 'removed', detail: 'idle'}}");
    cat.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'removed', detail: 'idle'}");
    bob.isConnected();
    bob.says("leaveRoom");
    bob.hearsError("notInRoom");
  }

  @Test
  void whoIsRemovedMayComeAgainAsANewcomer() {
    play();
    ada.says("removeClient", "{clientId: '@bob'}");
    bob.hears("removedFromRoom");
    ada.hears("clientLeft");
    cat.hears("clientLeft");

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");

    bob.hears("roomJoined", "{reconnected: false}");
    ada.hears("clientJoined");
    cat.hears("clientJoined");
  }

  @Test
  void aBannedIdentityStaysOutAndItsNeighboursDoNot() {
    play();
    ada.says("removeClient", "{clientId: '@bob', ban: 'identity', reason: 'rude'}");
    bob.hears("removedFromRoom", "{reason: 'banned', detail: 'rude'}");
    ada.hears("clientLeft", "{reason: 'removed'}");
    cat.hears("clientLeft");

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hearsError("banned");
    bob.losesConnection();
    bob.comesBackTo("bbbbb");
    bob.hearsError("banned");

    Speaker dan = talk.connects("dan", from("192.0.2.7"));
    dan.says("joinRoom", "{roomCode: 'bbbbb'}");
    dan.hears("roomJoined");
    ada.hears("clientJoined");
    cat.hears("clientJoined");
  }

  @Test
  void aBannedAddressKeepsNewcomersOutAndSparesSeats() {
    play();
    Speaker dan = talk.connects("dan", from("192.0.2.7"));
    dan.says("joinRoom", "{roomCode: 'bbbbb'}");
    dan.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    cat.hears("clientJoined");
    ada.says("removeClient", "{clientId: '@bob', ban: 'address'}");
    bob.hears("removedFromRoom", "{reason: 'banned'}");
    ada.hears("clientLeft");
    cat.hears("clientLeft");
    dan.hears("clientLeft");

    Speaker eve = talk.connects("eve", from("192.0.2.7"));
    eve.says("joinRoom", "{roomCode: 'bbbbb'}");
    eve.hearsError("banned");
    Speaker byUrl =
        talk.connects(
            "byUrl",
            new OpeningHandshake(Dialect.URL, null, "bbbbb", false, new Address("192.0.2.7")));
    byUrl.hearsError("banned");
    byUrl.isClosedWith(4008);
    dan.says("joinRoom", "{roomCode: 'bbbbb'}");
    dan.hears("roomJoined", "{reconnected: true}");
  }

  @Test
  void banIsSaidBeforePasswordLockAndFullness() {
    ada.says("createRoom", "{maxClients: 2, password: 'secret'}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'secret'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    ada.says("removeClient", "{clientId: '@bob', ban: 'identity'}");
    bob.hears("removedFromRoom");
    ada.hears("clientLeft");
    ada.says("updateRoom", "{isLocked: true, maxClients: 1}");
    ada.hears("roomUpdated");

    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'wrong'}");

    bob.hearsError("banned");
  }

  @Test
  void aHeldSeatIsRemovedToo() {
    play();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    cat.hears("clientDisconnected");

    ada.says("removeClient", "{clientId: '@bob'}");

    ada.hears("clientLeft", "{clientId: '@bob', reason: 'removed'}");
    cat.hears("clientLeft");
    talk.passes(Duration.ofMinutes(1));
    bob.comesBackTo("bbbbb");
    bob.hears("roomJoined", "{reconnected: false}");
    ada.hears("clientJoined");
    cat.hears("clientJoined");
  }

  @Test
  void aUrlClientIsClosed() {
    play();
    Speaker eve = talk.connectsByUrl("eve", "bbbbb", false);
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    cat.hears("clientJoined");

    ada.says("removeClient", "{clientId: '@eve'}");

    eve.isClosedWith(4007);
    ada.hears("clientLeft", "{clientId: '@eve', reason: 'removed'}");
    bob.hears("clientLeft");
    cat.hears("clientLeft");
  }

  @Test
  void aCandidateThatIsRemovedIsPassedOver() {
    play();
    ada.says("transferHost");
    bob.hears("becomeHost", "{hostEpoch: 2}");
    ada.hears("hostMigrationStarted");
    cat.hears("hostMigrationStarted");

    ada.says("removeClient", "{clientId: '@bob'}");

    bob.hears("removedFromRoom");
    ada.hears("clientLeft");
    cat.hears("clientLeft");
    cat.hears("becomeHost", "{hostEpoch: 3}");
    ada.hears("hostMigrationStarted", "{candidateId: '@cat'}");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hearsError("notInRoom");
  }

  @Test
  void aHostDoesNotRemoveItself() {
    play();

    ada.says("removeClient", "{clientId: '@ada'}");

    ada.hearsError("invalidTarget", "{field: 'clientId'}");
  }

  @Test
  void theOldestOfManyBansIsForgotten() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    bansOne(bob);
    for (int i = 0; i < 256; i++) {
      bansOne(talk.connects("guest" + i, from("198.51.100." + i)));
      talk.passes(Duration.ofSeconds(1));
    }

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: false}");
    ada.hears("clientJoined");
  }

  private void bansOne(Speaker guest) {
    guest.says("joinRoom", "{roomCode: 'bbbbb'}");
    guest.hears("roomJoined");
    ada.hears("clientJoined");
    ada.saysText(
        "{\"type\":\"removeClient\",\"data\":{\"ban\":\"address\",\"clientId\":\""
            + guest.clientId()
            + "\"}}");
    guest.hears("removedFromRoom");
    ada.hears("clientLeft");
    guest.losesConnection();
  }

  private void play() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    cat.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    cat.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
  }

  private static OpeningHandshake from(String address) {
    return new OpeningHandshake(Dialect.MESSAGE, null, null, false, new Address(address));
  }
}
