package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 1, 3 and 6: who may join, and which refusal comes first. */
final class JoinRulesTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theNewcomerHearsTheWholeStateAndTheOthersOfTheNewcomer() {
    opens("{isPublic: true, password: 'p', maxClients: 3, metadata: {map: 'moon'}}");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'p', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    Speaker carol = talk.connects("carol");

    carol.says(
        "joinRoom",
        "{roomCode: 'bbbbb', password: 'p', hostPriority: 7, profile: {name: 'Carol'}}");

    carol.hearsExactly(
        "roomJoined",
        "{clientIsHost: false, reconnected: false, roomCode: 'bbbbb', hostId: '@ada',"
            + " hostConnected: true, hostEpoch: 1, clients: ["
            + "{clientId: '@ada', isHost: true, connected: true, canHost: true},"
            + "{clientId: '@bob', isHost: false, connected: true, canHost: true},"
            + "{clientId: '@carol', isHost: false, connected: true, canHost: false,"
            + " profile: {name: 'Carol'}}],"
            + " room: {roomCode: 'bbbbb', isPublic: true, isLocked: false, hasPassword: true,"
            + " maxClients: 3, hostMigration: 'automatic', metadata: {map: 'moon'}}}");
    String news =
        "{client: {clientId: '@carol', isHost: false, connected: true, canHost: false,"
            + " profile: {name: 'Carol'}}}";
    ada.hearsExactly("clientJoined", news);
    bob.hearsExactly("clientJoined", news);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BBBBB", "b-b-b-b-b", " bb bbb ", "Bb---bBB"})
  void codesAreReadAsPeopleTypeThem(String typed) {
    opens("{}");

    bob.says("joinRoom", "{roomCode: '" + typed + "'}");

    bob.hears("roomJoined", "{roomCode: 'bbbbb'}");
    ada.hears("clientJoined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{roomCode: ''}", "{roomCode: ' - '}", "{roomCode: 7}"})
  void aJoinNeedsACode(String terms) {
    bob.says("joinRoom", terms);

    bob.hearsError("missingRoomCode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{roomCode: null}", "{roomCode: {}}", "{roomCode: ['bbbbb']}"})
  void whatIsNoTextIsNoCode(String terms) {
    bob.says("joinRoom", terms);

    bob.hearsError("missingRoomCode");
  }

  @Test
  void aJoinWithoutDataHasNoCodeEither() {
    bob.saysText("{\"type\":\"joinRoom\"}");
    bob.hearsError("missingRoomCode");
    bob.saysText("{\"type\":\"joinRoom\",\"data\":null}");
    bob.hearsError("missingRoomCode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzz", "bbbb", "bbbbbb", "bbbbö", "bb\\tbbb", "BBBB\u212A", "%00"})
  void foreignCodesNameNoRoom(String code) {
    opens("{}");

    bob.says("joinRoom", "{roomCode: '" + code + "'}");

    bob.hearsError("noRoomFound");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "canHost | 'yes'",
        "hostPriority | 1000001",
        "hostPriority | -1000001",
        "hostPriority | 1.5",
        "hostPriority | '1'",
        "password | 7",
        "profile | []",
        "profile | 'Bob'",
        "clientToken | {}"
      })
  void aWrongFieldChangesNothing(String field, String value) {
    opens("{}");

    bob.says("joinRoom", "{roomCode: 'bbbbb', " + field + ": " + value + "}");

    bob.hearsError("malformedMessage", "{field: '" + field + "'}");
    ada.hearsNothing();
  }

  @Test
  void prioritiesReachAMillion() {
    opens("{}");

    bob.says("joinRoom", "{roomCode: 'bbbbb', hostPriority: -1000000}");
    bob.hears("roomJoined");
    bob.says("joinRoom", "{roomCode: 'bbbbb', hostPriority: 1000000}");
    bob.hears("roomJoined", "{reconnected: true}");

    ada.hears("clientJoined");
  }

  @Test
  void unknownFieldsAreIgnored() {
    opens("{}");

    bob.says("joinRoom", "{roomCode: 'bbbbb', color: 'red', clientId: '@ada', isHost: true}");

    bob.hears("roomJoined", "{clientIsHost: false, clients: [{}, {clientId: '@bob'}]}");
    ada.hearsExactly(
        "clientJoined",
        "{client: {clientId: '@bob', isHost: false, connected: true, canHost: false}}");
  }

  @Test
  void aPasswordIsComparedExactly() {
    opens("{password: 'Sesame'}");

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hearsError("wrongPassword");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'sesame'}");
    bob.hearsError("wrongPassword");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'Sesame'}");

    bob.hears("roomJoined", "{room: {hasPassword: true}}");
    ada.hears("clientJoined");
  }

  @Test
  void aPasswordTooManyDoesNotMatter() {
    opens("{}");

    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'p'}");

    bob.hears("roomJoined", "{room: {hasPassword: false}}");
    ada.hears("clientJoined");
  }

  @Test
  void theFirstErrorOfTheListIsSaid() {
    opens("{password: 'p', maxClients: 1, hostMigration: 'off'}");

    bob.says("joinRoom", "{clientToken: 'nonsense'}");
    bob.hearsError("invalidToken");
    bob.says("joinRoom", "{roomCode: 'zzzzz', clientToken: 'nonsense', password: 'x'}");
    bob.hearsError("invalidToken");
    bob.says("joinRoom", "{roomCode: 'zzzzz', password: 'x'}");
    bob.hearsError("noRoomFound");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'x'}");
    bob.hearsError("wrongPassword");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'p'}");
    bob.hearsError("roomFull");
  }

  @Test
  void withoutAHostTheFirstErrorOfTheListIsSaidToo() {
    opens("{password: 'p', maxClients: 1, hostMigration: 'off'}");
    ada.losesConnection();

    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'x', canHost: true}");
    bob.hearsError("wrongPassword");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'p'}");
    bob.hearsError("hostDisconnected");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'p', canHost: true}");
    bob.hearsError("roomFull");
  }

  @Test
  void withoutAHostOnlyWhoCanHostIsAdmitted() {
    opens("{hostMigration: 'off'}");
    ada.losesConnection();

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hearsError("hostDisconnected", "{retryAfterMillis: 8000}");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");

    bob.hears(
        "roomJoined",
        "{clientIsHost: false, hostId: '@ada', hostConnected: false, hostEpoch: 1, clients: ["
            + "{clientId: '@ada', isHost: true, connected: false},"
            + "{clientId: '@bob', isHost: false, connected: true}]}");
  }

  @Test
  void thereIsAlwaysRoomForOneRoomOnly() {
    opens("{}");
    bob.says("createRoom");
    bob.hears("roomCreated", "{roomCode: 'bbbbc'}");

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hearsError("alreadyInRoom");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: 'yes'}");
    bob.hearsError("malformedMessage");

    ada.hearsNothing();
  }

  private void opens(String terms) {
    ada.says("createRoom", terms);
    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
  }
}
