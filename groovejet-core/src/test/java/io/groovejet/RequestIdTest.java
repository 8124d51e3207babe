package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 1: the request id comes back on the one message that answers. */
final class RequestIdTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void everyReplyCarriesIt() {
    asks(ada, "1", "resumeIdentity", "{\"clientToken\":\"" + ada.token() + "\"}");
    ada.hearsText("{type: 'identity', requestId: '1'}");
    asks(ada, "2", "createRoom", "{}");
    ada.hearsText("{type: 'roomCreated', requestId: '2'}");
    asks(ada, "3", "joinRoom", "{\"roomCode\":\"bbbbb\"}");
    ada.hearsText("{type: 'roomJoined', requestId: '3'}");
    asks(ada, "4", "leaveRoom", "{}");
    ada.hearsText("{type: 'roomLeft', requestId: '4'}");
  }

  @Test
  void everyErrorCarriesIt() {
    asks(ada, "1", "leaveRoom", "{}");
    ada.hearsText("{type: 'error', errorType: 'notInRoom', requestId: '1'}");
    asks(ada, "2", "nonsense", "{}");
    ada.hearsText("{type: 'error', errorType: 'unknownMessageType', requestId: '2'}");
    asks(ada, "3", "createRoom", "{\"maxClients\":0}");
    ada.hearsText("{type: 'error', errorType: 'malformedMessage', requestId: '3'}");
    asks(ada, "4", "createRoom", "[]");
    ada.hearsText("{type: 'error', errorType: 'malformedMessage', requestId: '4'}");
    asks(ada, "5", "joinRoom", "{\"roomCode\":\"zzzzz\"}");
    ada.hearsText("{type: 'error', errorType: 'noRoomFound', requestId: '5'}");
    asks(ada, "6", "joinRoom", "{\"clientToken\":\"x\"}");
    ada.hearsText("{type: 'error', errorType: 'invalidToken', requestId: '6'}");
    ada.saysText("{\"requestId\":\"7\"}");
    ada.hearsText("{type: 'error', errorType: 'malformedMessage', requestId: '7'}");
  }

  @Test
  void nobodyElseHearsIt() {
    ada.says("createRoom");
    ada.hears("roomCreated");

    asks(bob, "1", "joinRoom", "{\"roomCode\":\"bbbbb\",\"profile\":{\"a\":1}}");
    bob.hearsText("{type: 'roomJoined', requestId: '1'}");
    ada.hearsExactly(
        "clientJoined",
        "{client: {clientId: '@bob', isHost: false, connected: true, canHost: false,"
            + " profile: {a: 1}}}");
    asks(bob, "2", "joinRoom", "{\"roomCode\":\"bbbbb\",\"profile\":{\"a\":2}}");
    bob.hearsText("{type: 'roomJoined', requestId: '2'}");
    String changed =
        "{client: {clientId: '@bob', isHost: false, connected: true, canHost: false,"
            + " profile: {a: 2}}}";
    bob.hearsExactly("clientUpdated", changed);
    ada.hearsExactly("clientUpdated", changed);
    asks(bob, "3", "leaveRoom", "{}");

    bob.hearsText("{type: 'roomLeft', requestId: '3'}");
    ada.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'left'}");
  }

  @Test
  void relayedSignalsDoNotCarryIt() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");

    asks(bob, "1", "guestOfferSignal", "{\"offerSignal\":1}");

    ada.hearsExactly("guestOfferSignal", "{offerSignal: 1, clientId: '@bob', hostEpoch: 1}");
    bob.hearsNothing();
  }

  @Test
  void aJoinThatResumesHasItOnTheJoin() {
    asks(ada, "1", "joinRoom", "{\"roomCode\":\"zzzzz\",\"clientToken\":\"" + ada.token() + "\"}");

    ada.hearsExactly(
        "identity",
        "{clientId: '@ada', clientToken: '<token of ada>', resumed: true, protocolVersion: 2,"
            + " limits: {maxMessageBytes: 65536, maxSnapshotBytes: 262144, messagesPerSecond: 50,"
            + " messageBurst: 200}}");
    ada.hearsText("{type: 'error', errorType: 'noRoomFound', requestId: '1'}");
  }

  @Test
  void withoutOneThereIsNone() {
    ada.says("leaveRoom");
    ada.hearsText("{type: 'error', errorType: 'notInRoom'}");
    ada.says("createRoom", "{maxClients: 1}");

    ada.hearsExactly(
        "roomCreated",
        "{roomCode: 'bbbbb', hostEpoch: 1, room: {roomCode: 'bbbbb', isPublic: false,"
            + " isLocked: false, hasPassword: false, maxClients: 1, hostMigration: 'automatic',"
            + " metadata: {}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", " ", "\u2028😀", "0123456789012345678901234567890123456789"})
  void anyTextOf1To64CharactersIsOne(String id) {
    asks(ada, id, "leaveRoom", "{}");

    ada.hearsText("{type: 'error', errorType: 'notInRoom', requestId: '" + id + "'}");
  }

  @Test
  void sixtyFourCharactersAreTheMost() {
    asks(ada, "x".repeat(64), "leaveRoom", "{}");
    ada.hearsText("{errorType: 'notInRoom', requestId: '" + "x".repeat(64) + "'}");

    asks(ada, "x".repeat(65), "leaveRoom", "{}");

    ada.hearsError("malformedMessage", "{field: 'requestId'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "7", "null", "{}", "[\"1\"]", "true"})
  void anythingElseIsMalformedAndChangesNothing(String id) {
    ada.saysText("{\"type\":\"createRoom\",\"requestId\":" + id + "}");

    ada.hearsError("malformedMessage", "{field: 'requestId'}");
    ada.says("leaveRoom");
    ada.hearsError("notInRoom");
  }

  private static void asks(Speaker speaker, String requestId, String type, String data) {
    speaker.saysText(
        "{\"type\":\"" + type + "\",\"requestId\":\"" + requestId + "\",\"data\":" + data + "}");
  }
}
