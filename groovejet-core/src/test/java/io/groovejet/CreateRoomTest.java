package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 1, 3 and 8: what a room can be opened with. */
final class CreateRoomTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aRoomNeedsNothing() {
    ada.saysText("{\"type\":\"createRoom\"}");

    ada.hearsExactly(
        "roomCreated",
        "{roomCode: 'bbbbb', hostEpoch: 1, room: {roomCode: 'bbbbb', isPublic: false,"
            + " isLocked: false, hasPassword: false, maxClients: 64, hostMigration: 'automatic',"
            + " metadata: {}}}");
  }

  @Test
  void aRoomIsWhatItWasOpenedWith() {
    ada.says(
        "createRoom",
        "{maxClients: 4, hostMigration: 'manual', isPublic: true, password: 'p',"
            + " metadata: {map: ['moon', 1.50]}, profile: {name: 'Ada'}, hostPriority: 5}");

    ada.hearsExactly(
        "roomCreated",
        "{roomCode: 'bbbbb', hostEpoch: 1, room: {roomCode: 'bbbbb', isPublic: true,"
            + " isLocked: false, hasPassword: true, maxClients: 4, hostMigration: 'manual',"
            + " metadata: {map: ['moon', 1.50]}}}");
  }

  @Test
  void theCreatorsSeatCanHost() {
    ada.says("createRoom", "{profile: {name: 'Ada'}}");
    ada.hears("roomCreated");

    ada.says("joinRoom", "{roomCode: 'bbbbb'}");

    ada.hears(
        "roomJoined",
        "{clientIsHost: true, hostId: '@ada', clients: [{clientId: '@ada', isHost: true,"
            + " connected: true, canHost: true, profile: {name: 'Ada'}}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"64", "65", "1000000", "9999999999999999999999"})
  void moreSeatsThanTheServerHasAreClamped(String seats) {
    ada.says("createRoom", "{maxClients: " + seats + "}");

    ada.hears("roomCreated", "{room: {maxClients: 64}}");
  }

  @Test
  void theServersLimitIsItsOwn() {
    Conversation small =
        Conversation.begin(builder -> builder.limits(Limits.ofDefaults().withMaxClients(5)));
    Speaker bob = small.connects("bob");

    bob.says("createRoom", "{maxClients: 6}");

    bob.hears("roomCreated", "{room: {maxClients: 5}}");
    small.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "maxClients | 0",
        "maxClients | -1",
        "maxClients | 2.5",
        "maxClients | '2'",
        "maxClients | null",
        "hostMigration | 'sometimes'",
        "hostMigration | true",
        "isPublic | 1",
        "password | false",
        "metadata | []",
        "metadata | 'moon'",
        "profile | 1",
        "hostPriority | 1000001"
      })
  void aWrongFieldOpensNothing(String field, String value) {
    ada.says("createRoom", "{" + field + ": " + value + "}");

    ada.hearsError("malformedMessage", "{field: '" + field + "'}");
    ada.says("leaveRoom");
    ada.hearsError("notInRoom");
  }

  @Test
  void profileAndMetadataAreSmall() {
    ada.says("createRoom", "{profile: {a: '" + "x".repeat(1016) + "'}}");
    ada.hears("roomCreated");
    ada.says("leaveRoom");
    ada.hears("roomLeft");
    ada.says("createRoom", "{profile: {a: '" + "x".repeat(1017) + "'}}");
    ada.hearsError("malformedMessage", "{field: 'profile', limit: 1024}");
    ada.says("createRoom", "{metadata: {a: '" + "x".repeat(4088) + "'}}");
    ada.hears("roomCreated");
    ada.says("leaveRoom");
    ada.hears("roomLeft");
    ada.says("createRoom", "{metadata: {a: '" + "x".repeat(4089) + "'}}");

    ada.hearsError("malformedMessage", "{field: 'metadata', limit: 4096}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"data\":[]", "\"data\":\"x\"", "\"data\":7", "\"data\":true"})
  void dataIsAnObject(String data) {
    ada.saysText("{\"type\":\"createRoom\"," + data + "}");

    ada.hearsError("malformedMessage", "{field: 'data'}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"type\":7}", "{\"type\":null}", "{\"data\":{}}"})
  void aMessageHasAType(String text) {
    ada.saysText(text);

    ada.hearsError("malformedMessage", "{field: 'type'}");
  }

  @Test
  void inARoomNoOtherIsOpened() {
    ada.says("createRoom");
    ada.hears("roomCreated");

    ada.says("createRoom");
    ada.hearsError("alreadyInRoom");
    ada.says("createRoom", "{maxClients: 0}");

    ada.hearsError("malformedMessage");
  }

  @Test
  void codesDiffer() {
    Speaker bob = talk.connects("bob");

    ada.says("createRoom");
    bob.says("createRoom");

    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
    bob.hears("roomCreated", "{roomCode: 'bbbbc'}");
  }
}
