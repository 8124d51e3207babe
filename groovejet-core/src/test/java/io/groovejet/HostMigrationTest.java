package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HostMigrationTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");
  private final Speaker cat = talk.connects("cat");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aGuestTakesOverWhenTheHostStaysAway() {
    play("automatic");

    ada.losesConnection();
    bob.hears("hostConnectionLost", "{hostId: '@ada', hostEpoch: 1, graceMillis: 8000}");
    cat.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears(
        "becomeHost",
        "{hostEpoch: 2, timeoutMillis: 10000, reason: 'hostLost', previousHostId: '@ada'}");
    cat.hears("hostMigrationStarted", "{candidateId: '@bob', hostEpoch: 2, reason: 'hostLost'}");
    bob.says("hostReady", "{hostEpoch: 2}");

    bob.hears(
        "hostMigrated",
        "{hostId: '@bob', previousHostId: '@ada', hostEpoch: 2, reason: 'hostLost'}");
    cat.hears("hostMigrated", "{hostId: '@bob', hostEpoch: 2}");
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined", "{clientIsHost: false, reconnected: true, hostId: '@bob'}");
    bob.hears("clientReconnected", "{clientId: '@ada'}");
    cat.hears("clientReconnected", "{clientId: '@ada'}");
  }

  @Test
  void theNextCandidateIsAskedWhenOneDeclinesOrDoesNotAnswer() {
    play("automatic");

    ada.losesConnection();
    bob.hears("hostConnectionLost");
    cat.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("becomeHost", "{hostEpoch: 2}");
    cat.hears("hostMigrationStarted");
    bob.saysText("{\"type\":\"hostDeclined\",\"data\":{\"hostEpoch\":2},\"requestId\":\"no\"}");
    bob.hearsText("{type: 'hostMigrationStarted', requestId: 'no', data: {candidateId: '@cat'}}");
    cat.hears("becomeHost", "{hostEpoch: 3}");
    talk.passes(Duration.ofSeconds(10));

    bob.hears("hostMigrationFailed", "{reason: 'noCandidate', closesInMillis: 600000}");
    cat.hears("hostMigrationFailed", "{reason: 'noCandidate', closesInMillis: 600000}");
    cat.says("hostReady", "{hostEpoch: 3}");
    cat.hearsError("notCandidate");
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined", "{clientIsHost: true, hostEpoch: 1}");
    bob.hears("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
    cat.hears("hostRejoined");
  }

  @Test
  void theReturnOfTheHostEndsAMigrationUnderWay() {
    play("automatic");

    ada.losesConnection();
    bob.hears("hostConnectionLost");
    cat.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("becomeHost");
    cat.hears("hostMigrationStarted");
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined", "{clientIsHost: true, hostEpoch: 1}");

    bob.hears("hostRejoined", "{hostEpoch: 1}");
    cat.hears("hostRejoined", "{hostEpoch: 1}");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hearsError("notCandidate");
  }

  @Test
  void guestsWhoseLinksAreAllDownNeedNotWait() {
    play("automatic");

    bob.says("linkState", "{connected: false, hostEpoch: 1}");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    cat.hears("hostConnectionLost");

    bob.hears("becomeHost", "{hostEpoch: 2}");
    cat.hears("hostMigrationStarted");
  }

  @Test
  void aHostThatGuestsStillReachIsWaitedForLonger() {
    play("automatic");

    bob.says("linkState", "{connected: true, hostEpoch: 1}");
    ada.losesConnection();
    bob.hears("hostConnectionLost", "{graceMillis: 8000}");
    cat.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("hostConnectionLost", "{graceMillis: 52000}");
    cat.hears("hostConnectionLost", "{graceMillis: 52000}");
    bob.says("linkState", "{connected: false, hostEpoch: 1}");

    bob.hears("becomeHost", "{hostEpoch: 2}");
    cat.hears("hostMigrationStarted");
  }

  @Test
  void aSilentHostIsTriedWhenAllGuestsHaveLostIt() {
    play("automatic");

    ada.fallsSilent();
    bob.says("linkState", "{connected: false, hostEpoch: 1}");
    cat.says("linkState", "{connected: false, hostEpoch: 1}");
    talk.passes(Duration.ofSeconds(4));

    ada.isClosedWith(4004);
    bob.hears("hostConnectionLost");
    cat.hears("hostConnectionLost");
    bob.hears("becomeHost", "{hostEpoch: 2}");
    cat.hears("hostMigrationStarted");
  }

  @Test
  void aHostHandsItsRoleOver() {
    play("off");

    ada.saysText("{\"type\":\"transferHost\",\"data\":{},\"requestId\":\"t\"}");
    ada.hearsText("{type: 'hostMigrationStarted', requestId: 't', data: {candidateId: '@bob'}}");
    bob.hears("becomeHost", "{hostEpoch: 2, reason: 'transfer', previousHostId: '@ada'}");
    cat.hears("hostMigrationStarted", "{reason: 'transfer'}");
    cat.says("guestOfferSignal", "{offerSignal: 1}");
    ada.hears("guestOfferSignal", "{hostEpoch: 1}");
    bob.says("hostReady", "{hostEpoch: 2}");

    bob.hears("hostMigrated", "{hostId: '@bob', previousHostId: '@ada', reason: 'transfer'}");
    ada.hears("hostMigrated", "{hostEpoch: 2}");
    cat.hears("hostMigrated", "{hostEpoch: 2}");
    ada.says("hostAnswerSignal", "{answerSignal: 1, clientId: '@cat'}");
    ada.hearsError("notHost");
  }

  @Test
  void aHostWhoseCandidatesDeclineStaysHost() {
    play("automatic");

    ada.says("transferHost", "{clientId: '@cat'}");
    ada.hears("hostMigrationStarted");
    bob.hears("hostMigrationStarted");
    cat.hears("becomeHost", "{hostEpoch: 2}");
    cat.says("hostDeclined", "{hostEpoch: 2}");

    cat.hearsExactly("hostMigrationFailed", "{reason: 'noCandidate'}");
    ada.hearsExactly("hostMigrationFailed", "{reason: 'noCandidate'}");
    bob.hearsExactly("hostMigrationFailed", "{reason: 'noCandidate'}");
  }

  @Test
  void aHandOverStandsWhenTheHostIsLostMeanwhile() {
    play("automatic");

    ada.says("transferHost", "{clientId: '@cat'}");
    ada.hears("hostMigrationStarted");
    bob.hears("hostMigrationStarted");
    cat.hears("becomeHost", "{timeoutMillis: 10000}");
    talk.passes(Duration.ofSeconds(5));
    ada.losesConnection();
    bob.hears("hostConnectionLost", "{graceMillis: 8000}");
    cat.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(7));
    bob.hearsNothing();
    talk.passes(Duration.ofSeconds(1));

    bob.hears("becomeHost", "{hostEpoch: 3, reason: 'hostLost'}");
    cat.hears("hostMigrationStarted", "{candidateId: '@bob', hostEpoch: 3}");
  }

  @Test
  void aGuestClaimsAManualRoom() {
    play("manual");

    ada.says("leaveRoom");
    ada.hears("roomLeft");
    bob.hears("clientLeft", "{clientId: '@ada', reason: 'left'}");
    cat.hears("clientLeft");
    bob.hears("hostMigrationFailed", "{reason: 'vacant', hostEpoch: 2, closesInMillis: 600000}");
    cat.hears("hostMigrationFailed", "{reason: 'vacant', hostEpoch: 2}");
    cat.says("hostReady", "{hostEpoch: 1}");
    cat.hearsError("staleEpoch", "{hostEpoch: 2}");
    cat.says("hostReady", "{hostEpoch: 2}");

    cat.hears("hostMigrated", "{hostId: '@cat', previousHostId: '@ada', reason: 'hostLeft'}");
    bob.hears("hostMigrated", "{hostId: '@cat', hostEpoch: 2}");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hearsError("notCandidate");
  }

  @Test
  void whoCanHostRevivesADormantRoom() {
    play("automatic");
    bob.says("updateClient", "{canHost: false}");
    bob.hears("clientUpdated");
    ada.hears("clientUpdated");
    cat.hears("clientUpdated", "{client: {clientId: '@bob', canHost: false}}");
    cat.says("leaveRoom");
    cat.hears("roomLeft");
    ada.hears("clientLeft");
    bob.hears("clientLeft");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("hostMigrationFailed", "{reason: 'noCandidate'}");

    bob.says("updateClient", "{canHost: true}");

    bob.hears("clientUpdated");
    bob.hears("becomeHost", "{hostEpoch: 2}");
  }

  @Test
  void theOnlyCandidateMayBreakOffAndComeBack() {
    playAsTwo("automatic");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("becomeHost", "{hostEpoch: 2}");
    bob.losesConnection();

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true}");
    bob.hears("becomeHost", "{hostEpoch: 3}");
    bob.says("hostReady", "{hostEpoch: 3}");
    bob.hears("hostMigrated", "{hostEpoch: 3}");
  }

  @Test
  void whoSaysAnewThatItCanHostIsAskedAnew() {
    playAsTwo("automatic");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(18));
    bob.hears("becomeHost", "{hostEpoch: 2}");
    bob.hears("hostMigrationFailed", "{reason: 'noCandidate'}");
    bob.says("updateClient", "{canHost: false}");
    bob.hears("clientUpdated");

    bob.says("updateClient", "{canHost: true}");

    bob.hears("clientUpdated");
    bob.hears("becomeHost", "{hostEpoch: 3}");
  }

  private void play(String mode) {
    playAsTwo(mode);
    cat.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    cat.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
  }

  private void playAsTwo(String mode) {
    ada.says("createRoom", "{hostMigration: '" + mode + "'}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }
}
