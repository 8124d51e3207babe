package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 5: who gets a seat when none is free. */
final class FullRoomsTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");
  private final Speaker carol = talk.connects("carol");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theHostCounts() {
    ada.says("createRoom", "{maxClients: 1}");
    ada.hears("roomCreated", "{room: {maxClients: 1}}");

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");

    bob.hearsError("roomFull");
  }

  @Test
  void aHeldSeatCounts() {
    threeAreIn();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    refused("dan", "roomFull");
    talk.passes(Duration.ofSeconds(30));
    Speaker erin = joins("erin");

    ada.hears("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
    ada.hears("clientJoined", "{client: {clientId: '@erin'}}");
    carol.hears("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
    carol.hears("clientJoined", "{client: {clientId: '@erin'}}");
    erin.hears("roomJoined", "{clients: [{}, {clientId: '@carol'}, {clientId: '@erin'}]}");
  }

  @Test
  void aHeldSeatLetsItsClientIntoAFullRoom() {
    threeAreIn();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true}");
    ada.hears("clientReconnected");
    carol.hears("clientReconnected");
  }

  @Test
  void withoutAHostASeatIsGivenUpOnceItsGraceHadTimeToRunOut() {
    threeAreIn();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");
    hostIsLost();

    talk.passes(Duration.ofMillis(21_999));
    refused("dan", "roomFull");
    talk.passes(Duration.ofMillis(1));
    Speaker erin = joins("erin");

    carol.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
    erin.hears(
        "roomJoined",
        "{clientIsHost: false, clients: [{clientId: '@ada', connected: false},"
            + " {clientId: '@carol'}, {clientId: '@erin'}]}");
    carol.hears("clientJoined", "{client: {clientId: '@erin'}}");
  }

  @Test
  void whoIsAwayLongestMakesRoomFirstAndTheHostNever() {
    threeAreIn();
    carol.losesConnection();
    ada.hears("clientDisconnected");
    bob.hears("clientDisconnected");
    talk.passes(Duration.ofSeconds(1));
    bob.losesConnection();
    ada.hears("clientDisconnected");
    ada.losesConnection();
    talk.passes(Duration.ofMinutes(5));

    Speaker dan = joins("dan");
    dan.hears("roomJoined", "{clients: [{clientId: '@ada'}, {clientId: '@bob'}, {}]}");
    Speaker erin = joins("erin");
    dan.hears("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
    dan.hears("clientJoined", "{client: {clientId: '@erin'}}");
    erin.hears("roomJoined", "{clients: [{clientId: '@ada'}, {clientId: '@dan'}, {}]}");

    refused("fred", "roomFull");
  }

  @Test
  void nobodyMakesRoomForWhoIsRefusedAnyway() {
    threeAreIn();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");
    hostIsLost();
    talk.passes(Duration.ofMinutes(1));

    Speaker dan = talk.connects("dan");
    dan.says("joinRoom", "{roomCode: 'bbbbb'}");
    dan.hearsError("hostDisconnected");
    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true}");
    carol.hears("clientReconnected");
  }

  @Test
  void whoseSeatWasGivenUpIsANewcomer() {
    threeAreIn();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");
    hostIsLost();
    talk.passes(Duration.ofMinutes(1));
    joins("dan").hears("roomJoined");
    carol.hears("clientLeft", "{clientId: '@bob'}");
    carol.hears("clientJoined", "{client: {clientId: '@dan'}}");

    bob.comesBackTo("bbbbb");

    bob.hearsError("hostDisconnected");
  }

  private void threeAreIn() {
    ada.says("createRoom", "{maxClients: 3, hostMigration: 'off'}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    carol.says("joinRoom", "{roomCode: 'bbbbb'}");
    carol.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
  }

  private void hostIsLost() {
    ada.losesConnection();
    carol.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    carol.hears("hostMigrationFailed", "{reason: 'off'}");
  }

  private Speaker joins(String name) {
    Speaker newcomer = talk.connects(name);
    newcomer.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    return newcomer;
  }

  private void refused(String name, String errorType) {
    joins(name).hearsError(errorType);
  }
}
