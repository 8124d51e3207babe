package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Protocol section 2.1: a room made by {@code POST /rooms} without its host, or without anybody.
 */
final class UnclaimedRoomsTest {

  private final Conversation talk = Conversation.begin();
  private final String code = talk.lobby().openRoom().value();

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aHostThatReturnsBeforeAnotherClaimIsStillHost() {
    Speaker ada = claimant("ada");
    Speaker bob = guest("bob");
    ada.hears("clientJoined");

    ada.losesConnection();
    bob.hearsExactly("hostConnectionLost", "{hostId: '@ada', hostEpoch: 1, graceMillis: 8000}");
    talk.passes(Duration.ofSeconds(7));
    ada.comesBackTo(code);

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
    bob.hearsExactly("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
  }

  @Test
  void soIsOneThatReturnsLate() {
    Speaker ada = claimant("ada");
    Speaker bob = guest("bob");
    ada.hears("clientJoined");

    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hearsExactly("hostMigrationFailed", "{reason: 'off', closesInMillis: 600000}");
    talk.passes(Duration.ofMinutes(9));
    ada.comesBackTo(code);

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
    bob.hearsExactly("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
  }

  @Test
  void afterTheGraceItCanStillBeClaimed() {
    Speaker ada = claimant("ada");
    Speaker bob = guest("bob");
    ada.hears("clientJoined");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofMinutes(5));
    bob.hears("hostMigrationFailed", "{reason: 'off'}");

    talk.connectsByUrl("host", code, true);

    bob.hears("hostMigrated", "{hostId: '@host', previousHostId: '@ada', hostEpoch: 2}");
    bob.hears("clientJoined", "{client: {clientId: '@host', isHost: true}}");
  }

  @Test
  void theSeatOfASucceededHostIsHeldFromTheClaimOn() {
    Speaker ada = claimant("ada");
    Speaker bob = guest("bob");
    ada.hears("clientJoined");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(5));
    talk.connectsByUrl("host", code, true);
    bob.hears("hostMigrated");
    bob.hears("clientJoined");

    talk.passes(Duration.ofMillis(29_999));
    bob.hearsNothing();
    talk.passes(Duration.ofMillis(1));

    bob.hearsExactly("clientLeft", "{clientId: '@ada', reason: 'timedOut'}");
  }

  @Test
  void aHostThatLeavesDoesNotCloseIt() {
    Speaker ada = claimant("ada");
    Speaker bob = guest("bob");
    ada.hears("clientJoined");

    ada.says("leaveRoom");

    ada.hearsExactly("roomLeft", "{roomCode: '" + code + "'}");
    bob.hearsExactly("clientLeft", "{clientId: '@ada', reason: 'left'}");
    bob.hearsExactly("hostMigrationFailed", "{reason: 'off', closesInMillis: 600000}");
    bob.says("joinRoom", "{roomCode: '" + code + "'}");
    bob.hears(
        "roomJoined",
        "{hostId: null, hostConnected: false, hostEpoch: 1, closesInMillis: 600000,"
            + " clients: [{clientId: '@bob'}]}");
  }

  @Test
  void aHostThatLeftAndReturnsIsANewHost() {
    Speaker ada = claimant("ada");
    Speaker bob = guest("bob");
    ada.hears("clientJoined");
    ada.says("leaveRoom");
    ada.hears("roomLeft");
    bob.hears("clientLeft");
    bob.hears("hostMigrationFailed");

    ada.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: false, hostEpoch: 2}");
    bob.hears("hostMigrated", "{hostId: '@ada', previousHostId: '@ada', hostEpoch: 2}");
    bob.hears("clientJoined", "{client: {clientId: '@ada', isHost: true}}");
  }

  @Test
  void withoutAHostItClosesInTheEnd() {
    Speaker host = talk.connectsByUrl("host", code, true);
    Speaker bob = guest("bob");
    host.losesConnection();
    bob.hears("clientLeft");
    bob.hears("hostMigrationFailed");

    talk.passes(Duration.ofMinutes(10));

    bob.hearsExactly("roomClosed", "{roomCode: '" + code + "', reason: 'hostTimeout'}");
    bob.isConnected();
  }

  @Test
  void unclaimedItIsDeletedAMinuteAfterItWasMade() {
    talk.passes(Duration.ofMillis(59_999));
    assertThat(talk.lobby().room(new RoomCode(code))).isPresent();
    talk.passes(Duration.ofMillis(1));

    Speaker host = talk.connectsByUrl("host", code, true);

    host.hearsError("noRoomFound");
    host.isClosedWith(4008);
  }

  @Test
  void emptyAgainItIsDeletedAMinuteAfterTheLastOneWent() {
    Speaker first = talk.connectsByUrl("first", code, true);
    talk.passes(Duration.ofMinutes(5));
    first.losesConnection();
    talk.passes(Duration.ofMillis(59_999));
    Speaker second = talk.connectsByUrl("second", code, true);
    second.isConnected();
    second.losesConnection();
    talk.passes(Duration.ofMinutes(1));

    Speaker third = talk.connectsByUrl("third", code, true);

    third.hearsError("noRoomFound");
    third.isClosedWith(4008);
  }

  @Test
  void epochsGrowThroughEmptiness() {
    talk.connectsByUrl("first", code, true).losesConnection();
    talk.connectsByUrl("second", code, true);

    Speaker bob = talk.connects("bob");
    bob.says("joinRoom", "{roomCode: '" + code + "'}");

    bob.hears("roomJoined", "{hostId: '@second', hostEpoch: 2}");
  }

  @Test
  void aHeldSeatKeepsIt() {
    Speaker ada = claimant("ada");
    ada.losesConnection();
    talk.passes(Duration.ofMinutes(10));

    ada.comesBackTo(code);

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
  }

  private Speaker claimant(String name) {
    Speaker claimant = talk.connects(name);
    claimant.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");
    claimant.hears("roomJoined", "{clientIsHost: true, reconnected: false}");
    return claimant;
  }

  private Speaker guest(String name) {
    Speaker guest = talk.connects(name);
    guest.says("joinRoom", "{roomCode: '" + code + "'}");
    guest.hears("roomJoined", "{clientIsHost: false, reconnected: false}");
    return guest;
  }
}
