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

/** Protocol section 2.1: what clients written for the original server say and hear. */
final class UrlDialectTest {

  private final Conversation talk = Conversation.begin();

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theIdentityHasNoToken() {
    String code = talk.lobby().openRoom().value();
    FakeConnection line = new FakeConnection();

    talk.lobby().connect(OpeningHandshake.urlDialect(code, true), line).heard();

    assertThat(line.takeSent())
        .containsExactly(
            "{\"type\":\"identity\",\"data\":{"
                + "\"clientId\":\"00000000-0000-4000-8000-000000000001\",\"resumed\":false,"
                + "\"protocolVersion\":2,\"limits\":{\"maxMessageBytes\":65536,"
                + "\"maxSnapshotBytes\":262144,\"messagesPerSecond\":50,\"messageBurst\":200}}}");
    assertThat(line.closed()).isEmpty();
  }

  @Test
  void hostAndGuestAreTakenInSilently() {
    String code = talk.lobby().openRoom().value();

    Speaker host = talk.connectsByUrl("host", code, true);
    Speaker guest = talk.connectsByUrl("guest", code, false);

    host.hearsNothing();
    guest.hearsNothing();
    host.isConnected();
    guest.isConnected();
  }

  @Test
  void signalsFlowWithoutEpochs() {
    String code = talk.lobby().openRoom().value();
    Speaker host = talk.connectsByUrl("host", code, true);
    Speaker guest = talk.connectsByUrl("guest", code, false);

    guest.says("guestOfferSignal", "{offerSignal: {type: 'offer', sdp: 'v=0'}}");
    host.hearsExactly(
        "guestOfferSignal", "{offerSignal: {type: 'offer', sdp: 'v=0'}, clientId: '@guest'}");
    host.says("hostAnswerSignal", "{answerSignal: 'v=1', clientId: '@guest'}");
    guest.hearsExactly("hostAnswerSignal", "{answerSignal: 'v=1'}");
    host.says("iceCandidate", "{candidate: 'c', clientId: '@guest'}");
    guest.hearsExactly("iceCandidate", "{candidate: 'c', clientId: '@host'}");
    guest.says("iceCandidate", "{candidate: null}");
    host.hearsExactly("iceCandidate", "{candidate: null, clientId: '@guest'}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resumeIdentity",
        "createRoom",
        "joinRoom",
        "leaveRoom",
        "requestOffer",
        "linkState",
        "updateClient",
        "transferHost",
        "closeRoom",
        "listRooms"
      })
  void allOtherTypesAreUnknown(String type) {
    String code = talk.lobby().openRoom().value();
    Speaker host = talk.connectsByUrl("host", code, true);

    host.says(type, "{clientId: '@host', roomCode: 'bbbbb'}");

    host.hearsError("unknownMessageType");
    host.isConnected();
  }

  @Test
  void errorsCarryTheRequestIdAndLeaveTheSocketOpen() {
    String code = talk.lobby().openRoom().value();
    Speaker host = talk.connectsByUrl("host", code, true);

    host.saysText("{\"type\":\"hostAnswerSignal\",\"requestId\":\"r1\"}");
    host.hearsText(
        "{type: 'error', errorType: 'malformedMessage', requestId: 'r1',"
            + " data: {field: 'answerSignal'}}");
    host.says("hostAnswerSignal", "{answerSignal: 1, clientId: 'nobody'}");
    host.hearsError("unknownClient");
    host.saysText("nonsense");
    host.hearsError("malformedMessage");

    host.isConnected();
  }

  @Test
  void nothingElseIsSaidToIt() {
    String code = talk.lobby().openRoom().value();
    Speaker host = talk.connectsByUrl("host", code, true);
    Speaker ada = talk.connects("ada");

    ada.says("joinRoom", "{roomCode: '" + code + "'}");
    ada.hears("roomJoined");
    ada.says("joinRoom", "{roomCode: '" + code + "', profile: {name: 'Ada'}}");
    ada.hears("roomJoined");
    ada.hears("clientUpdated");
    ada.losesConnection();
    ada.comesBackTo(code);
    ada.hears("roomJoined");
    ada.says("leaveRoom");
    ada.hears("roomLeft");

    host.hearsNothing();
  }

  @Test
  void aGuestHearsNothingOfTheHostsCrisis() {
    Speaker ada = hostOf("{hostMigration: 'off'}");
    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);
    ada.hears("clientJoined", "{client: {clientId: '@guest', canHost: false}}");

    ada.says("requestOffer", "{clientId: '@guest'}");
    ada.losesConnection();
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined", "{clientIsHost: true}");

    guest.hearsNothing();
    guest.isConnected();
  }

  @Test
  void anOfferWithoutAHostIsAnErrorOnly() {
    Speaker ada = hostOf("{hostMigration: 'off'}");
    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);
    ada.hears("clientJoined");
    ada.losesConnection();

    guest.says("guestOfferSignal", "{offerSignal: 1}");
    guest.says("iceCandidate", "{candidate: 1}");

    guest.hearsError("hostDisconnected", "{retryAfterMillis: 8000}");
    guest.isConnected();
  }

  @Test
  void bothDialectsMeetInARoomMadeByCreateRoom() {
    Speaker ada = hostOf("{}");
    Speaker guest = talk.connectsByUrl("guest", "BB-bbb", false);
    ada.hears("clientJoined", "{client: {clientId: '@guest', isHost: false, connected: true}}");

    guest.says("guestOfferSignal", "{offerSignal: 'o'}");
    ada.hearsExactly("guestOfferSignal", "{offerSignal: 'o', clientId: '@guest', hostEpoch: 1}");
    ada.says("hostAnswerSignal", "{answerSignal: 'a', clientId: '@guest'}");
    guest.hearsExactly("hostAnswerSignal", "{answerSignal: 'a'}");
  }

  @Test
  void aLostClientHasLeft() {
    Speaker ada = hostOf("{}");
    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);
    ada.hears("clientJoined");

    guest.losesConnection();

    ada.hearsExactly("clientLeft", "{clientId: '@guest', reason: 'left'}");
  }

  @Test
  void whenTheRoomClosesSoDoesTheConnection() {
    Speaker ada = hostOf("{}");
    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);
    ada.hears("clientJoined");

    ada.says("leaveRoom");

    ada.hears("roomLeft");
    guest.hearsNothing();
    guest.isClosedWith(4007);
  }

  @Test
  void whenItFallsSilentItHasLeft() {
    Speaker ada = hostOf("{}");
    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);
    ada.hears("clientJoined");

    guest.fallsSilent();
    talk.passes(Duration.ofSeconds(45));

    ada.hears("clientLeft", "{clientId: '@guest', reason: 'left'}");
    guest.isClosedWith(4004);
  }

  private Speaker hostOf(String terms) {
    Speaker ada = talk.connects("ada");
    ada.says("createRoom", terms);
    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
    return ada;
  }
}
