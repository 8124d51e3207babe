package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protocol section 5: a seat belongs to the newest connection that joined with its token. */
final class TakeoverTest {

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
  void theOlderConnectionIsClosedAndNobodyElseHearsOfIt() {
    Speaker phone = takesOver("phone", bob);

    phone.hears("roomJoined", "{clientIsHost: false, reconnected: true}");
    bob.isClosedWith(4001);
    bob.hearsNothing();
    ada.hearsNothing();
  }

  @Test
  void signalsGoToTheNewerConnection() {
    Speaker phone = takesOver("phone", bob);
    phone.hears("roomJoined");

    ada.says("requestOffer", "{clientId: '@bob'}");
    phone.hears("requestOffer");
    phone.says("guestOfferSignal", "{offerSignal: 1}");

    ada.hears("guestOfferSignal", "{clientId: '@bob'}");
    bob.hearsNothing();
  }

  @Test
  void whatStillComesFromTheOlderOneHasNoEffect() {
    Speaker phone = takesOver("phone", bob);
    phone.hears("roomJoined");

    bob.says("guestOfferSignal", "{offerSignal: 'late'}");
    bob.says("leaveRoom");
    bob.saysText("nonsense");

    bob.hearsNothing();
    ada.hearsNothing();
    phone.isConnected();
  }

  @Test
  void theLateCloseOfTheOlderOneHasNoEffect() {
    Speaker phone = takesOver("phone", bob);
    phone.hears("roomJoined");

    bob.losesConnection();
    talk.passes(Duration.ofMinutes(5));

    ada.hearsNothing();
    phone.says("guestOfferSignal", "{offerSignal: 1}");
    ada.hears("guestOfferSignal");
  }

  @Test
  void theHostsRoleGoesAlong() {
    Speaker laptop = takesOver("laptop", ada);
    laptop.hears(
        "roomJoined", "{clientIsHost: true, reconnected: true, hostConnected: true, hostEpoch: 1}");
    ada.isClosedWith(4001);

    ada.losesConnection();
    bob.says("guestOfferSignal", "{offerSignal: 1}");
    laptop.hears("guestOfferSignal", "{clientId: '@bob', hostEpoch: 1}");
    laptop.says("hostAnswerSignal", "{answerSignal: 2, clientId: '@bob'}");

    bob.hears("hostAnswerSignal", "{answerSignal: 2, hostEpoch: 1}");
  }

  @Test
  void itMayBeTakenOverTimeAndAgain() {
    Speaker phone = takesOver("phone", bob);
    phone.hears("roomJoined");
    Speaker tablet = takesOver("tablet", phone);
    tablet.hears("roomJoined", "{reconnected: true}");
    phone.isClosedWith(4001);

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true}");
    tablet.isClosedWith(4001);
  }

  @Test
  void theLossOfTheNewerOneIsALoss() {
    Speaker phone = takesOver("phone", bob);
    phone.hears("roomJoined");

    phone.losesConnection();

    ada.hears("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
  }

  @Test
  void aChangedFieldIsToldAllTheSame() {
    Speaker phone = talk.connects("phone");
    phone.says(
        "joinRoom",
        "{roomCode: 'bbbbb', profile: {name: 'Bob'}, clientToken: '" + bob.token() + "'}");

    phone.hears("identity", "{resumed: true}");
    phone.hears("roomJoined", "{clients: [{}, {profile: {name: 'Bob'}}]}");
    phone.hears("clientUpdated", "{client: {clientId: '@bob', profile: {name: 'Bob'}}}");
    ada.hears("clientUpdated", "{client: {clientId: '@bob', profile: {name: 'Bob'}}}");
    bob.isClosedWith(4001);
  }

  @Test
  void leavingByTheNewerOneLeavesNothingBehind() {
    Speaker phone = takesOver("phone", bob);
    phone.hears("roomJoined");

    phone.says("leaveRoom");

    phone.hears("roomLeft");
    ada.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'left'}");
    bob.hearsNothing();
  }

  private Speaker takesOver(String name, Speaker from) {
    Speaker newer = talk.connects(name);
    newer.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + from.token() + "'}");
    newer.hears("identity", "{resumed: true}");
    return newer;
  }
}
