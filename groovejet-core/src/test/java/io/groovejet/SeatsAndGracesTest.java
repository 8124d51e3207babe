package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 5: how long a seat waits for its client. */
final class SeatsAndGracesTest {

  private static final Duration ALMOST_THE_GRACE = Duration.ofMillis(29_999);
  private static final Duration ONE_MILLI = Duration.ofMillis(1);

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");
  private final Speaker carol = talk.connects("carol");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void allOthersHearOfALossAndOfTheReturn() {
    meet();

    bob.losesConnection();
    ada.hearsExactly("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
    carol.hearsExactly("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
    talk.passes(ALMOST_THE_GRACE);
    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{clientIsHost: false, reconnected: true}");
    ada.hearsExactly("clientReconnected", "{clientId: '@bob'}");
    carol.hearsExactly("clientReconnected", "{clientId: '@bob'}");
  }

  @Test
  void aSeatIsGivenUpWhenTheGraceIsOver() {
    meet();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    talk.passes(ALMOST_THE_GRACE);
    ada.hearsNothing();
    talk.passes(ONE_MILLI);

    ada.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
    carol.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
  }

  @Test
  void whoComesTooLateIsANewcomer() {
    meet();
    bob.losesConnection();
    talk.passes(Duration.ofSeconds(30));
    ada.hears("clientDisconnected");
    ada.hears("clientLeft");
    carol.hears("clientDisconnected");
    carol.hears("clientLeft");

    bob.comesBackTo("bbbbb");

    bob.hears(
        "roomJoined",
        "{reconnected: false, clients: [{clientId: '@ada'}, {clientId: '@carol'},"
            + " {clientId: '@bob'}]}");
    ada.hears("clientJoined", "{client: {clientId: '@bob'}}");
    carol.hears("clientJoined", "{client: {clientId: '@bob'}}");
  }

  @Test
  void everyLossHasAWholeGrace() {
    meet();
    bob.losesConnection();
    talk.passes(Duration.ofSeconds(20));
    bob.comesBackTo("bbbbb");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    ada.hears("clientReconnected");
    ada.hears("clientDisconnected", "{graceMillis: 30000}");

    talk.passes(ALMOST_THE_GRACE);
    ada.hearsNothing();
    talk.passes(ONE_MILLI);

    ada.hears("clientLeft", "{clientId: '@bob'}");
    bob.hears("roomJoined");
    carol.hears("clientDisconnected");
    carol.hears("clientReconnected");
    carol.hears("clientDisconnected");
    carol.hears("clientLeft");
  }

  @Test
  void leavingGivesTheSeatUpAtOnce() {
    meet();

    bob.says("leaveRoom");
    bob.hearsExactly("roomLeft", "{roomCode: 'bbbbb'}");
    ada.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'left'}");
    carol.hearsExactly("clientLeft", "{clientId: '@bob', reason: 'left'}");
    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: false}");
    ada.hears("clientJoined");
    carol.hears("clientJoined");
  }

  @Test
  void theHostsLossAndReturnHaveTheirOwnWords() {
    meet();

    ada.losesConnection();
    bob.hearsExactly("hostConnectionLost", "{hostId: '@ada', hostEpoch: 1, graceMillis: 8000}");
    carol.hearsExactly("hostConnectionLost", "{hostId: '@ada', hostEpoch: 1, graceMillis: 8000}");
    ada.comesBackTo("bbbbb");

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostId: '@ada'}");
    bob.hearsExactly("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
    carol.hearsExactly("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
  }

  @Test
  void gracesStandStillWithoutAHostAndStartAnewWithOne() {
    meet();
    bob.losesConnection();
    talk.passes(Duration.ofSeconds(25));
    ada.losesConnection();
    talk.passes(Duration.ofMinutes(5));
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");
    carol.hears("hostConnectionLost");
    carol.hears("hostMigrationFailed", "{reason: 'off'}");

    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined", "{clients: [{}, {clientId: '@bob', connected: false}, {}]}");
    carol.hears("hostRejoined");
    talk.passes(ALMOST_THE_GRACE);
    ada.hearsNothing();
    talk.passes(ONE_MILLI);

    ada.hears("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
    carol.hears("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
  }

  @Test
  void aSeatLostWithoutAHostWaitsForOne() {
    meet();
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    carol.hears("hostConnectionLost");
    bob.losesConnection();
    carol.hearsExactly("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
    talk.passes(Duration.ofMinutes(9));
    carol.hears("hostMigrationFailed");

    bob.comesBackTo("bbbbb");

    bob.hears(
        "roomJoined",
        "{clientIsHost: false, reconnected: true, hostId: '@ada', hostConnected: false,"
            + " hostEpoch: 1, closesInMillis: 68000}");
    carol.hears("clientReconnected", "{clientId: '@bob'}");
  }

  @Test
  void aGuestMayComeBackWithoutAHostAndWithoutThePassword() {
    ada.says("createRoom", "{hostMigration: 'off', password: 'p'}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'p'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    ada.losesConnection();

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true, hostConnected: false}");
  }

  @Test
  void aHeldSeatIsShownToNewcomers() {
    meet();
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");

    Speaker dan = talk.connects("dan");
    dan.says("joinRoom", "{roomCode: 'bbbbb'}");

    dan.hears(
        "roomJoined",
        "{clients: [{clientId: '@ada', connected: true}, {clientId: '@bob', connected: false},"
            + " {clientId: '@carol', connected: true}, {clientId: '@dan', connected: true}]}");
    ada.hears("clientJoined");
    carol.hears("clientJoined");
  }

  @Test
  void nobodyIsLeftBehind() {
    meet();
    bob.losesConnection();
    carol.losesConnection();
    ada.hears("clientDisconnected");
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");
    ada.losesConnection();

    talk.passes(Duration.ofMinutes(11));

    assertThat(talk.lobby().report()).isEqualTo(LobbyReport.NOTHING);
  }

  private void meet() {
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
}
