package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protocol section 5: a join that carries a token. */
final class JoinWithTokenTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @BeforeEach
  void theyMeet() {
    ada.says("createRoom", "{hostMigration: 'off'}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void firstTheIdentityIsResumedThenTheSeat() {
    bob.losesConnection();
    ada.hears("clientDisconnected");
    String token = bob.token();
    bob.connects();

    bob.saysText(
        "{\"type\":\"joinRoom\",\"requestId\":\"r\",\"data\":{\"roomCode\":\"bbbbb\","
            + "\"clientToken\":\""
            + token
            + "\"}}");

    bob.hearsExactly(
        "identity",
        "{clientId: '@bob', clientToken: '<token of bob>', resumed: true, protocolVersion: 2,"
            + " limits: {maxMessageBytes: 65536, maxSnapshotBytes: 262144, messagesPerSecond: 50,"
            + " messageBurst: 200}}");
    bob.hearsText("{type: 'roomJoined', requestId: 'r', data: {reconnected: true}}");
    ada.hears("clientReconnected");
  }

  @Test
  void aBadTokenChangesNothing() {
    bob.losesConnection();
    ada.hears("clientDisconnected");
    bob.connects();
    String fresh = bob.clientId();

    bob.says("joinRoom", "{roomCode: 'bbbbb', clientToken: 'nonsense'}");
    bob.hearsError("invalidToken");
    bob.says("leaveRoom");
    bob.hearsError("notInRoom");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");

    assertThat(bob.clientId()).isEqualTo(fresh);
    bob.hears("roomJoined", "{reconnected: false, clients: [{}, {connected: false}, {}]}");
    ada.hears("clientJoined");
  }

  @Test
  void aGoodTokenResumesAlsoWithoutARoom() {
    Speaker phone = joinsFrom("phone", "{roomCode: 'zzzzz', clientToken: '" + bob.token() + "'}");

    phone.hears("identity", "{clientId: '@bob', resumed: true}");
    phone.hearsError("noRoomFound");
    phone.says("createRoom");
    phone.hears("roomCreated", "{roomCode: 'bbbbc'}");
    phone.says("joinRoom", "{roomCode: 'bbbbc'}");
    phone.hears("roomJoined", "{hostId: '@bob'}");
    bob.isConnected();
  }

  @Test
  void aGoodTokenResumesAlsoWithoutACode() {
    Speaker phone = joinsFrom("phone", "{clientToken: '" + bob.token() + "'}");

    phone.hears("identity", "{clientId: '@bob', resumed: true}");
    phone.hearsError("missingRoomCode");
  }

  @Test
  void aGoodTokenResumesAlsoWhenTheRoomRefuses() {
    Speaker carol = talk.connects("carol");
    ada.losesConnection();
    bob.hears("hostConnectionLost");

    Speaker phone = joinsFrom("phone", "{roomCode: 'bbbbb', clientToken: '" + carol.token() + "'}");

    phone.hears("identity", "{clientId: '@carol', resumed: true}");
    phone.hearsError("hostDisconnected", "{retryAfterMillis: 8000}");
    carol.isConnected();
  }

  @Test
  void aMalformedJoinResumesNothing() {
    Speaker phone =
        joinsFrom(
            "phone", "{roomCode: 'bbbbb', canHost: 'yes', clientToken: '" + bob.token() + "'}");

    phone.hearsError("malformedMessage", "{field: 'canHost'}");
    phone.says("joinRoom", "{roomCode: 'bbbbb'}");
    phone.hears("roomJoined", "{reconnected: false, clients: [{}, {}, {clientId: '@phone'}]}");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
  }

  @Test
  void inARoomTheTokenOfAnotherIsRefused() {
    bob.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + ada.token() + "'}");
    bob.hearsError("alreadyInRoom");
    bob.says("joinRoom", "{roomCode: 'bbbbb', clientToken: 'nonsense'}");
    bob.hearsError("invalidToken");
    bob.says("guestOfferSignal", "{offerSignal: 1}");

    ada.hears("guestOfferSignal", "{clientId: '@bob'}");
  }

  @Test
  void inARoomItsOwnTokenIsRenewed() {
    bob.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + bob.token() + "'}");

    bob.hears("identity", "{clientId: '@bob', resumed: true}");
    bob.hears("roomJoined", "{reconnected: true}");
  }

  @Test
  void inARoomNoTokenLeadsToAnother() {
    Speaker carol = talk.connects("carol");
    carol.says("createRoom");
    carol.hears("roomCreated", "{roomCode: 'bbbbc'}");

    carol.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + bob.token() + "'}");
    carol.hearsError("alreadyInRoom");
    carol.says("joinRoom", "{roomCode: 'bbbbb', clientToken: 'nonsense'}");
    carol.hearsError("alreadyInRoom");
    carol.says("joinRoom", "{}");
    carol.hearsError("alreadyInRoom");
    carol.says("createRoom");
    carol.hearsError("alreadyInRoom");
  }

  @Test
  void aHostWithoutItsTokenIsAStranger() {
    ada.losesConnection();
    bob.hears("hostConnectionLost");

    ada.connects();
    ada.says("joinRoom", "{roomCode: 'bbbbb'}");

    ada.hearsError("hostDisconnected", "{retryAfterMillis: 8000}");
  }

  @Test
  void oneIdentityHoldsSeatsInSeveralRooms() {
    Speaker phone = talk.connects("phone");
    phone.says("resumeIdentity", "{clientToken: '" + bob.token() + "'}");
    phone.hears("identity", "{clientId: '@bob'}");
    phone.says("createRoom", "{hostMigration: 'off'}");
    phone.hears("roomCreated", "{roomCode: 'bbbbc'}");
    bob.losesConnection();
    ada.hears("clientDisconnected", "{clientId: '@bob'}");
    phone.says("guestOfferSignal", "{offerSignal: 1}");
    phone.hearsError("notGuest");
    phone.losesConnection();

    bob.comesBackTo("bbbbb");
    bob.hears("roomJoined", "{clientIsHost: false, reconnected: true}");
    ada.hears("clientReconnected");
    phone.comesBackTo("bbbbc");

    phone.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostId: '@bob'}");
    bob.isConnected();
  }

  private Speaker joinsFrom(String name, String terms) {
    Speaker speaker = talk.connects(name);
    speaker.says("joinRoom", terms);
    return speaker;
  }
}
