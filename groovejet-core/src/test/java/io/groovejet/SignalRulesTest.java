package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 3 and 6: who may send which signal to whom, and what is refused first. */
final class SignalRulesTest {

  private static final String NOBODY = "00000000-0000-4000-8000-000000000999";

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");
  private final Speaker carol = talk.connects("carol");

  @BeforeEach
  void theyMeet() {
    ada.says("createRoom", "{hostMigration: 'off'}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
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
  void theReceiverSeesTheServersIdOfTheSender() {
    bob.says("guestOfferSignal", "{offerSignal: 1, clientId: '@carol', hostEpoch: 1, more: 2}");
    ada.hearsExactly("guestOfferSignal", "{offerSignal: 1, clientId: '@bob', hostEpoch: 1}");

    bob.says("iceCandidate", "{candidate: 2, clientId: '@carol'}");

    ada.hearsExactly("iceCandidate", "{candidate: 2, clientId: '@bob', hostEpoch: 1}");
  }

  @Test
  void theHostSpeaksToOneGuest() {
    ada.says("hostAnswerSignal", "{answerSignal: 1, clientId: '@carol', hostEpoch: 1}");
    carol.hearsExactly("hostAnswerSignal", "{answerSignal: 1, hostEpoch: 1}");
    ada.says("iceCandidate", "{candidate: 2, clientId: '@carol', hostEpoch: 1}");
    carol.hearsExactly("iceCandidate", "{candidate: 2, clientId: '@ada', hostEpoch: 1}");
    ada.says("requestOffer", "{clientId: '@carol', hostEpoch: 1}");
    carol.hearsExactly("requestOffer", "{}");

    bob.hearsNothing();
  }

  @Test
  void theHostIsNoGuest() {
    ada.says("guestOfferSignal", "{offerSignal: 1}");
    ada.hearsError("notGuest");
    ada.says("guestOfferSignal", "{offerSignal: 1, hostEpoch: 7}");
    ada.hearsError("notGuest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "hostAnswerSignal | {answerSignal: 1, clientId: '@carol'}",
        "hostAnswerSignal | {answerSignal: 1, clientId: '@carol', hostEpoch: 7}",
        "requestOffer | {clientId: '@carol'}",
        "requestOffer | {clientId: 'nobody'}"
      })
  void aGuestIsNotHost(String type, String data) {
    bob.says(type, data);

    bob.hearsError("notHost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "guestOfferSignal | {offerSignal: 1}",
        "guestOfferSignal | {offerSignal: 1, hostEpoch: 7}",
        "hostAnswerSignal | {answerSignal: 1, clientId: '@carol'}",
        "iceCandidate | {candidate: 1}",
        "iceCandidate | {candidate: 1, clientId: '@carol'}",
        "requestOffer | {clientId: '@carol'}",
        "leaveRoom | {}"
      })
  void aStrangerIsInNoRoom(String type, String data) {
    Speaker dan = talk.connects("dan");

    dan.says(type, data);

    dan.hearsError("notInRoom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@ada", "@dan", NOBODY, "nobody", ""})
  void whoeverIsNoConnectedGuestIsUnknown(String id) {
    Speaker dan = talk.connects("dan");
    dan.says("createRoom");
    dan.hears("roomCreated");

    ada.says("hostAnswerSignal", "{answerSignal: 1, clientId: '" + id + "'}");
    ada.hearsError("unknownClient");
    ada.says("iceCandidate", "{candidate: 1, clientId: '" + id + "'}");
    ada.hearsError("unknownClient");
    ada.says("requestOffer", "{clientId: '" + id + "'}");
    ada.hearsError("unknownClient");
  }

  @Test
  void whoseSeatIsHeldIsUnknownTooInTheSameWords() {
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    ada.says("hostAnswerSignal", "{answerSignal: 1, clientId: '@bob'}");

    ada.hearsText(
        "{type: 'error', errorType: 'unknownClient',"
            + " errorMessage: 'No connected member of this room has this client id'}");
  }

  @Test
  void anotherEpochIsStale() {
    bob.says("guestOfferSignal", "{offerSignal: 1, hostEpoch: 2}");
    bob.hearsError("staleEpoch", "{hostEpoch: 1}");
    bob.says("iceCandidate", "{candidate: 1, hostEpoch: 0}");
    bob.hearsError("staleEpoch", "{hostEpoch: 1}");
    ada.says("hostAnswerSignal", "{answerSignal: 1, clientId: 'nobody', hostEpoch: 2}");
    ada.hearsError("staleEpoch", "{hostEpoch: 1}");
    ada.says("iceCandidate", "{candidate: 1, clientId: '@bob', hostEpoch: 2}");
    ada.hearsError("staleEpoch", "{hostEpoch: 1}");
    ada.says("requestOffer", "{clientId: '@bob', hostEpoch: 99999999999999999999}");
    ada.hearsError("staleEpoch", "{hostEpoch: 1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "offerSignal | guestOfferSignal | {}",
        "hostEpoch | guestOfferSignal | {offerSignal: 1, hostEpoch: -1}",
        "hostEpoch | guestOfferSignal | {offerSignal: 1, hostEpoch: '1'}",
        "answerSignal | hostAnswerSignal | {clientId: '@bob'}",
        "clientId | hostAnswerSignal | {answerSignal: 1}",
        "clientId | hostAnswerSignal | {answerSignal: 1, clientId: 7}",
        "candidate | iceCandidate | {clientId: '@bob'}",
        "clientId | iceCandidate | {candidate: 1, clientId: {}}",
        "clientId | requestOffer | {}",
        "reason | requestOffer | {clientId: '@bob', reason: 7}"
      })
  void aWrongFieldIsMalformedWhoeverSaysIt(String field, String type, String data) {
    carol.says(type, data);
    carol.hearsError("malformedMessage", "{field: '" + field + "'}");
    ada.says(type, data);
    ada.hearsError("malformedMessage", "{field: '" + field + "'}");
  }

  @Test
  void theHostHasToSayForWhomACandidateIs() {
    ada.says("iceCandidate", "{candidate: 1}");

    ada.hearsError("malformedMessage", "{field: 'clientId'}");
  }

  @Test
  void reasonsAreShort() {
    ada.says("requestOffer", "{clientId: '@bob', reason: '" + "x".repeat(64) + "'}");
    bob.hearsExactly("requestOffer", "{reason: '" + "x".repeat(64) + "'}");

    ada.says("requestOffer", "{clientId: '@bob', reason: '" + "x".repeat(65) + "'}");

    ada.hearsError("malformedMessage", "{field: 'reason', limit: 64}");
  }

  @Test
  void withoutAHostOffersAreRefusedAndCandidatesDropped() {
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    carol.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(2));

    bob.says("guestOfferSignal", "{offerSignal: 1}");
    bob.hearsError("hostDisconnected", "{retryAfterMillis: 6000}");
    bob.says("guestOfferSignal", "{offerSignal: 1, hostEpoch: 2}");
    bob.hearsError("staleEpoch", "{hostEpoch: 1}");
    bob.says("iceCandidate", "{candidate: 1}");
    bob.says("iceCandidate", "{candidate: 1, hostEpoch: 2}");
    bob.hearsError("staleEpoch", "{hostEpoch: 1}");

    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined");
    bob.hears("hostRejoined");
    carol.hears("hostRejoined");
    ada.hearsNothing();
  }

  @Test
  void nothingCrossesRooms() {
    Speaker dan = talk.connects("dan");
    dan.says("createRoom");
    dan.hears("roomCreated");

    dan.says("hostAnswerSignal", "{answerSignal: 1, clientId: '@bob'}");
    dan.hearsError("unknownClient");
    dan.says("leaveRoom");

    dan.hears("roomLeft", "{roomCode: 'bbbbc'}");
  }
}
