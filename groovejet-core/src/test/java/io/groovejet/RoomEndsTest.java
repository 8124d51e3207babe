package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.room.RoomTimers;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 6: how rooms end. */
final class RoomEndsTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void anEmptyRoomIsDeletedAtOnce() {
    ada.says("createRoom");
    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");

    ada.says("leaveRoom");

    ada.hearsExactly("roomLeft", "{roomCode: 'bbbbb'}");
    assertThat(talk.lobby().report().rooms()).isZero();
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hearsError("noRoomFound");
  }

  @Test
  void whenTheHostLeavesAndNobodyElseCanHostTheRoomCloses() {
    meet("{}", "{}");

    ada.says("leaveRoom");

    ada.hearsExactly("roomLeft", "{roomCode: 'bbbbb'}");
    bob.hearsExactly("roomClosed", "{roomCode: 'bbbbb', reason: 'hostLeft'}");
    assertThat(talk.lobby().report().rooms()).isZero();
  }

  @Test
  void whenTheHostOfARoomWithoutMigrationLeavesItCloses() {
    meet("{hostMigration: 'off'}", "{canHost: true}");

    ada.says("leaveRoom");

    ada.hears("roomLeft");
    bob.hearsExactly("roomClosed", "{roomCode: 'bbbbb', reason: 'hostLeft'}");
  }

  @Test
  void afterwardsTheSocketsAreOpenAndFree() {
    meet("{}", "{}");
    ada.says("leaveRoom");
    ada.hears("roomLeft");
    bob.hears("roomClosed");

    bob.says("guestOfferSignal", "{offerSignal: 1}");
    bob.hearsError("notInRoom");
    bob.says("createRoom");
    bob.hears("roomCreated", "{roomCode: 'bbbbc'}");

    bob.isConnected();
    ada.isConnected();
  }

  @Test
  void whoIsAwayFindsNoRoom() {
    meet("{}", "{}");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    ada.says("leaveRoom");
    ada.hears("roomLeft");

    bob.comesBackTo("bbbbb");

    bob.hearsError("noRoomFound");
  }

  @Test
  void aHeldSeatThatCanHostKeepsTheRoom() {
    meet("{}", "{canHost: true}");
    Speaker carol = talk.connects("carol");
    carol.says("joinRoom", "{roomCode: 'bbbbb'}");
    carol.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    ada.says("leaveRoom");

    ada.hears("roomLeft");
    carol.hearsExactly("clientLeft", "{clientId: '@ada', reason: 'left'}");
    carol.hearsExactly("hostMigrationFailed", "{reason: 'noCandidate', closesInMillis: 600000}");
  }

  @Test
  void withoutAHostTheRoomFallsDormantThenCloses() {
    meet("{}", "{}");

    ada.losesConnection();
    bob.hearsExactly("hostConnectionLost", "{hostId: '@ada', hostEpoch: 1, graceMillis: 8000}");
    talk.passes(Duration.ofMillis(7_999));
    bob.hearsNothing();
    talk.passes(Duration.ofMillis(1));
    bob.hearsExactly("hostMigrationFailed", "{reason: 'noCandidate', closesInMillis: 600000}");
    talk.passes(Duration.ofMillis(599_999));
    bob.hearsNothing();
    talk.passes(Duration.ofMillis(1));

    bob.hearsExactly("roomClosed", "{roomCode: 'bbbbb', reason: 'hostTimeout'}");
    bob.isConnected();
    assertThat(talk.lobby().report().rooms()).isZero();
  }

  @Test
  void aRoomWithoutMigrationSaysSo() {
    meet("{hostMigration: 'off'}", "{canHost: true}");

    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));

    bob.hearsExactly("hostMigrationFailed", "{reason: 'off', closesInMillis: 600000}");
  }

  @Test
  void theOldHostRevivesADormantRoom() {
    meet("{hostMigration: 'off'}", "{}");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofMinutes(10));
    bob.hears("hostMigrationFailed");

    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
    bob.hearsExactly("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
    talk.passes(Duration.ofHours(1));

    bob.says("guestOfferSignal", "{offerSignal: 1}");
    ada.hears("guestOfferSignal", "{hostEpoch: 1}");
  }

  @Test
  void aDormantRoomTellsHowLongItWaits() {
    meet("{hostMigration: 'off'}", "{}");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(68));
    bob.hears("hostMigrationFailed");

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined", "{hostId: '@ada', hostConnected: false, closesInMillis: 540000}");
    bob.says("guestOfferSignal", "{offerSignal: 1}");
    bob.hearsError("hostDisconnected");
    Speaker carol = talk.connects("carol");
    carol.says("joinRoom", "{roomCode: 'bbbbb'}");

    carol.hearsError("hostDisconnected");
  }

  @Test
  void whenTheLastOneLeavesADormantRoomItsHeldSeatsKeepIt() {
    meet("{hostMigration: 'off'}", "{}");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    bob.says("leaveRoom");
    bob.hears("roomLeft");

    talk.passes(Duration.ofSeconds(607));
    ada.comesBackTo("bbbbb");

    ada.hears("roomJoined", "{clientIsHost: true, clients: [{clientId: '@ada'}]}");
  }

  @Test
  void aRoomKeepsTheTimersItWasOpenedWith() {
    RoomTimers quick =
        RoomTimers.ofDefaults()
            .withHostGrace(Duration.ofSeconds(1))
            .withDormantRetention(Duration.ofSeconds(2));
    Conversation hasty = Conversation.begin(builder -> builder.timers(quick));
    Speaker dan = hasty.connects("dan");
    Speaker erin = hasty.connects("erin");
    dan.says("createRoom");
    dan.hears("roomCreated");
    erin.says("joinRoom", "{roomCode: 'bbbbb'}");
    erin.hears("roomJoined");
    dan.hears("clientJoined");

    dan.losesConnection();
    erin.hears("hostConnectionLost", "{graceMillis: 1000}");
    hasty.passes(Duration.ofSeconds(3));

    erin.hears("hostMigrationFailed", "{reason: 'noCandidate', closesInMillis: 2000}");
    erin.hears("roomClosed", "{reason: 'hostTimeout'}");
    hasty.close();
  }

  private void meet(String room, String guest) {
    ada.says("createRoom", room);
    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
    bob.says("joinRoom", "{roomCode: 'bbbbb', " + guest.substring(1));
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }
}
