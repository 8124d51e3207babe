package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protocol section 5: what a join changes about a seat the client has already. */
final class RejoinTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");
  private final Speaker carol = talk.connects("carol");

  @BeforeEach
  void theyMeet() {
    ada.says("createRoom", "{hostMigration: 'off', profile: {name: 'Ada'}}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true, profile: {name: 'Bob'}}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    carol.says("joinRoom", "{roomCode: 'bbbbb'}");
    carol.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
  }

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void onTheSameConnectionNobodyElseHearsAnything() {
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");

    bob.hears("roomJoined", "{clientIsHost: false, reconnected: true}");
    ada.hearsNothing();
    carol.hearsNothing();
  }

  @Test
  void theHostMayJoinAgainToo() {
    ada.says("joinRoom", "{roomCode: 'BB BBB'}");

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
    bob.hearsNothing();
  }

  @Test
  void absentFieldsKeepWhatTheSeatHas() {
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    bob.comesBackTo("bbbbb");

    bob.hears(
        "roomJoined",
        "{clients: [{}, {clientId: '@bob', canHost: true, profile: {name: 'Bob'}}, {}]}");
    ada.hears("clientReconnected");
    carol.hears("clientReconnected");
  }

  @Test
  void presentFieldsReplaceIt() {
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    bob.comesBackTo("bbbbb", "{canHost: false, profile: {name: 'Rob'}}");

    bob.hears(
        "roomJoined",
        "{clients: [{}, {clientId: '@bob', canHost: false, profile: {name: 'Rob'}}, {}]}");
    String changed =
        "{client: {clientId: '@bob', isHost: false, connected: true, canHost: false,"
            + " profile: {name: 'Rob'}}}";
    bob.hearsExactly("clientUpdated", changed);
    ada.hears("clientReconnected");
    ada.hearsExactly("clientUpdated", changed);
    carol.hears("clientReconnected");
    carol.hearsExactly("clientUpdated", changed);
  }

  @Test
  void fieldsThatSayTheSameChangeNothing() {
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true, profile: {name: 'Bob'}}");

    bob.hears("roomJoined");
    ada.hearsNothing();
    carol.hearsNothing();
  }

  @Test
  void aChangeOnTheSameConnectionIsToldToAll() {
    carol.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");

    carol.hears("roomJoined", "{reconnected: true}");
    carol.hears("clientUpdated", "{client: {clientId: '@carol', canHost: true}}");
    ada.hears("clientUpdated", "{client: {clientId: '@carol', canHost: true}}");
    bob.hears("clientUpdated", "{client: {clientId: '@carol', canHost: true}}");
  }

  @Test
  void aReturningHostMayChangeToo() {
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    carol.hears("hostConnectionLost");

    ada.comesBackTo("bbbbb", "{profile: {name: 'Countess'}}");

    ada.hears("roomJoined", "{clientIsHost: true}");
    ada.hears("clientUpdated");
    bob.hears("hostRejoined");
    bob.hears(
        "clientUpdated",
        "{client: {clientId: '@ada', isHost: true, canHost: true, profile: {name: 'Countess'}}}");
    carol.hears("hostRejoined");
    carol.hears("clientUpdated");
  }

  @Test
  void aHostThatCannotHostIsStillHost() {
    ada.says("joinRoom", "{roomCode: 'bbbbb', canHost: false}");

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
    ada.hears("clientUpdated", "{client: {clientId: '@ada', isHost: true, canHost: false}}");
    bob.hears("clientUpdated", "{client: {clientId: '@ada', isHost: true, canHost: false}}");
    carol.hears("clientUpdated");
  }

  @Test
  void aMalformedOneChangesNothing() {
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: false, profile: 7}");

    bob.hearsError("malformedMessage", "{field: 'profile'}");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined", "{clients: [{}, {canHost: true, profile: {name: 'Bob'}}, {}]}");
  }

  @Test
  void seatsKeepTheirOrder() {
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");
    bob.comesBackTo("bbbbb");
    bob.hears("roomJoined");
    ada.hears("clientReconnected");
    carol.hears("clientReconnected");

    carol.says("joinRoom", "{roomCode: 'bbbbb'}");

    carol.hears(
        "roomJoined", "{clients: [{clientId: '@ada'}, {clientId: '@bob'}, {clientId: '@carol'}]}");
  }
}
