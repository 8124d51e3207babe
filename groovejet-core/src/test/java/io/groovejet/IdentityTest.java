package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 5: who a connection's client is. */
final class IdentityTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theFirstMessageOfAConnectionIsAFreshIdentity() {
    FakeConnection line = new FakeConnection();

    talk.lobby().connect(line).heard();

    assertThat(line.takeSent())
        .singleElement()
        .asString()
        .startsWith(
            "{\"type\":\"identity\",\"data\":{"
                + "\"clientId\":\"00000000-0000-4000-8000-000000000002\",\"clientToken\":\"")
        .endsWith(
            "\",\"resumed\":false,\"protocolVersion\":2,\"limits\":{\"maxMessageBytes\":65536,"
                + "\"maxSnapshotBytes\":262144,\"messagesPerSecond\":50,\"messageBurst\":200}}}");
  }

  @Test
  void aTokenResumesAnIdentity() {
    String id = ada.clientId();

    Speaker phone = resumed("phone", ada.token());

    assertThat(phone.clientId()).isEqualTo(id);
    ada.isConnected();
  }

  @Test
  void resumingRenewsTheToken() {
    String first = ada.token();
    talk.passes(Duration.ofHours(23));
    ada.isClosedWith(4002);
    Speaker phone = resumed("phone", first);
    talk.passes(Duration.ofHours(23));

    Speaker tablet = resumed("tablet", phone.token());

    assertThat(tablet.clientId()).isEqualTo(ada.clientId());
  }

  @Test
  void aTokenExpiresAfterADay() {
    String token = ada.token();
    talk.passes(Duration.ofHours(24));
    ada.connects();
    String fresh = ada.clientId();

    ada.says("resumeIdentity", "{clientToken: '" + token + "'}");
    ada.hearsError("invalidToken");

    assertThat(ada.clientId()).isEqualTo(fresh);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "AQAAAAAAAEAAgAAAAAAAAAEAAADjz2C-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "!QAAAAAAAEAAgAAAAAAAAAEAAADjz2C-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void aForgedTokenProvesNothing(String token) {
    ada.says("resumeIdentity", "{clientToken: '" + token + "'}");

    ada.hearsError("invalidToken");
    ada.isConnected();
  }

  @Test
  void aTokenOfAnotherLobbyProvesNothing() {
    Conversation elsewhere = Conversation.begin(builder -> builder.tokenKey(new byte[32]));
    String token = elsewhere.connects("ada").token();
    elsewhere.close();

    ada.says("resumeIdentity", "{clientToken: '" + token + "'}");

    ada.hearsError("invalidToken");
  }

  @Test
  void aTokenOutlivesTheReplacementOfItsKey() {
    byte[] oldKey = new byte[32];
    byte[] newKey = {
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
      27, 28, 29, 30, 31, 32
    };
    Conversation before = Conversation.begin(builder -> builder.tokenKey(oldKey));
    String token = before.connects("bob").token();
    before.close();

    try (Conversation after = Conversation.begin(builder -> builder.tokenKeys(newKey, oldKey))) {
      Speaker bob = after.connects("bob");
      bob.says("resumeIdentity", "{clientToken: '" + token + "'}");
      bob.hears("identity", "{resumed: true}");
    }
  }

  @Test
  void lobbiesThatShareAKeyShareIdentities() {
    Conversation elsewhere = Conversation.begin();
    String token = elsewhere.connects("ada").token();
    elsewhere.close();

    Speaker phone = resumed("phone", token);

    assertThat(phone.clientId()).isEqualTo(ada.clientId());
  }

  @Test
  void aTokenHasToBeGiven() {
    ada.says("resumeIdentity");
    ada.hearsError("malformedMessage", "{field: 'clientToken'}");
    ada.says("resumeIdentity", "{clientToken: 7}");
    ada.hearsError("malformedMessage", "{field: 'clientToken'}");
  }

  @Test
  void inARoomNothingIsResumed() {
    Speaker bob = talk.connects("bob");
    ada.says("createRoom");
    ada.hears("roomCreated");

    ada.says("resumeIdentity", "{clientToken: '" + bob.token() + "'}");
    ada.hearsError("alreadyInRoom");
    ada.says("resumeIdentity", "{clientToken: '" + ada.token() + "'}");
    ada.hearsError("alreadyInRoom");
    ada.says("resumeIdentity", "{clientToken: 'nonsense'}");
    ada.hearsError("alreadyInRoom");
  }

  @Test
  void resumingTouchesNoRoomAndNoOtherConnection() {
    Speaker bob = talk.connects("bob");
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");

    Speaker phone = resumed("phone", bob.token());
    phone.says("leaveRoom");
    phone.hearsError("notInRoom");
    bob.says("guestOfferSignal", "{offerSignal: 1}");

    ada.hears("guestOfferSignal", "{clientId: '@bob'}");
    bob.isConnected();
  }

  @Test
  void whatIsDoneAfterwardsIsDoneAsTheResumedClient() {
    Speaker phone = resumed("phone", ada.token());

    phone.says("createRoom");
    phone.hears("roomCreated");
    phone.says("joinRoom", "{roomCode: 'bbbbb'}");

    phone.hears("roomJoined", "{hostId: '@ada', clients: [{clientId: '@ada'}]}");
  }

  private Speaker resumed(String name, String token) {
    Speaker speaker = talk.connects(name);
    speaker.says("resumeIdentity", "{clientToken: '" + token + "'}");
    speaker.hears("identity", "{resumed: true, protocolVersion: 2}");
    return speaker;
  }
}
