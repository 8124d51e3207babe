package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TwoClientsMeetTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aHostOpensARoomAndAGuestJoinsIt() {
    ada.says("createRoom", "{maxClients: 2, metadata: {map: 'moon'}}");
    ada.hears(
        "roomCreated",
        "{roomCode: 'bbbbb', hostEpoch: 1, room: {roomCode: 'bbbbb', isPublic: false,"
            + " isLocked: false, hasPassword: false, maxClients: 2, hostMigration: 'automatic',"
            + " metadata: {map: 'moon'}}}");

    bob.says("joinRoom", "{roomCode: ' BB-bbb ', profile: {name: 'Bob'}}");

    bob.hears(
        "roomJoined",
        "{clientIsHost: false, reconnected: false, roomCode: 'bbbbb', hostId: '@ada',"
            + " hostConnected: true, hostEpoch: 1, clients: ["
            + "{clientId: '@ada', isHost: true, connected: true, canHost: true},"
            + "{clientId: '@bob', isHost: false, connected: true, canHost: false,"
            + " profile: {name: 'Bob'}}]}");
    ada.hears("clientJoined", "{client: {clientId: '@bob', isHost: false, connected: true}}");
  }

  @Test
  void offerAnswerAndCandidatesFindTheirWay() {
    meet();

    bob.says("guestOfferSignal", "{offerSignal: {type: 'offer', sdp: 'v=0'}}");
    ada.hearsExactly(
        "guestOfferSignal",
        "{offerSignal: {type: 'offer', sdp: 'v=0'}, clientId: '@bob', hostEpoch: 1}");
    ada.says("hostAnswerSignal", "{answerSignal: 'v=1', clientId: '@bob'}");
    bob.hearsExactly("hostAnswerSignal", "{answerSignal: 'v=1', hostEpoch: 1}");
    bob.says("iceCandidate", "{candidate: null}");
    ada.hearsExactly("iceCandidate", "{candidate: null, clientId: '@bob', hostEpoch: 1}");
    ada.says("iceCandidate", "{candidate: {candidate: 'c'}, clientId: '@bob'}");
    bob.hearsExactly(
        "iceCandidate", "{candidate: {candidate: 'c'}, clientId: '@ada', hostEpoch: 1}");
    ada.says("requestOffer", "{clientId: '@bob', reason: 'again'}");
    bob.hearsExactly("requestOffer", "{reason: 'again'}");
  }

  @Test
  void aLostGuestComesBackToItsSeat() {
    meet();

    bob.losesConnection();
    ada.hears("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
    talk.passes(Duration.ofMillis(29_999));
    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{clientIsHost: false, reconnected: true}");
    ada.hears("clientReconnected", "{clientId: '@bob'}");
  }

  @Test
  void aGuestThatStaysAwayLosesItsSeat() {
    meet();

    bob.losesConnection();
    ada.hears("clientDisconnected", "{clientId: '@bob'}");
    talk.passes(Duration.ofSeconds(30));

    ada.hears("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
  }

  @Test
  void aLostHostComesBackToItsRole() {
    meet();

    ada.losesConnection();
    bob.hears("hostConnectionLost", "{hostId: '@ada', hostEpoch: 1, graceMillis: 8000}");
    ada.comesBackTo("bbbbb");

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
    bob.hears("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
  }

  @Test
  void theNewestConnectionOfAClientWins() {
    meet();
    ClientSession old = bob.session();

    bob.comesBackTo("bbbbb");
    bob.hears("roomJoined", "{reconnected: true}");
    old.received("{\"type\":\"leaveRoom\"}");
    old.disconnected();
    bob.says("guestOfferSignal", "{offerSignal: 1}");

    ada.hears("guestOfferSignal", "{offerSignal: 1, clientId: '@bob'}");
  }

  @Test
  void aGuestThatLeavesIsGone() {
    meet();

    bob.says("leaveRoom");

    bob.hears("roomLeft", "{roomCode: 'bbbbb'}");
    ada.hears("clientLeft", "{clientId: '@bob', reason: 'left'}");
    bob.says("leaveRoom");
    bob.hearsError("notInRoom");
  }

  private void meet() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }
}
