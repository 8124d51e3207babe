package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 2.1: whom the URL dialect does not let in. */
final class UrlRefusalsTest {

  private final Conversation talk =
      Conversation.begin(builder -> builder.limits(Limits.ofDefaults().withMaxClients(2)));

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {" ", "- -"})
  void aCodeHasToBeGiven(String code) {
    Speaker guest = talk.connectsByUrl("guest", code, false);

    guest.hearsError("missingRoomCode");
    guest.isClosedWith(4008);
  }

  @Test
  void aHostHasToGiveACodeToo() {
    Speaker host = talk.connectsByUrl("host", null, true);

    host.hearsError("missingRoomCode");
    host.isClosedWith(4008);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzz", "ö", "aeiou", "bbbbbb"})
  void theCodeHasToBeARooms(String code) {
    talk.lobby().openRoom();

    Speaker guest = talk.connectsByUrl("guest", code, false);
    Speaker host = talk.connectsByUrl("host", code, true);

    guest.hearsError("noRoomFound");
    guest.isClosedWith(4008);
    host.hearsError("noRoomFound");
    host.isClosedWith(4008);
  }

  @Test
  void aGuestNeedsAHost() {
    String code = talk.lobby().openRoom().value();

    Speaker guest = talk.connectsByUrl("guest", code, false);

    guest.hearsError("hostDisconnected");
    guest.isClosedWith(4008);
  }

  @Test
  void aGuestIsToldWhenALostHostMayBeBack() {
    Speaker ada = hostOf("{hostMigration: 'off'}");
    ada.losesConnection();
    talk.passes(Duration.ofSeconds(3));

    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);

    guest.hearsError("hostDisconnected", "{retryAfterMillis: 5000}");
    guest.isClosedWith(4008);
  }

  @Test
  void oneHostIsEnough() {
    String code = talk.lobby().openRoom().value();
    Speaker host = talk.connectsByUrl("host", code, true);

    Speaker second = talk.connectsByUrl("second", code, true);

    second.hearsError("hostAlreadyExists");
    second.isClosedWith(4008);
    host.isConnected();
  }

  @Test
  void theRoleInARoomMadeByCreateRoomBelongsToAToken() {
    Speaker ada = hostOf("{hostMigration: 'off', password: 'p'}");
    Speaker early = talk.connectsByUrl("early", "bbbbb", true);
    ada.losesConnection();
    Speaker late = talk.connectsByUrl("late", "bbbbb", true);

    early.hearsError("hostAlreadyExists");
    early.isClosedWith(4008);
    late.hearsError("hostAlreadyExists");
    late.isClosedWith(4008);
  }

  @Test
  void aRoomWithAPasswordIsClosedToIt() {
    Speaker ada = hostOf("{password: ''}");

    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);

    guest.hearsError("wrongPassword");
    guest.isClosedWith(4008);
    ada.hearsNothing();
  }

  @Test
  void thePasswordIsMissedBeforeTheHost() {
    hostOf("{password: 'p', hostMigration: 'off'}").losesConnection();

    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);

    guest.hearsError("wrongPassword");
    guest.isClosedWith(4008);
  }

  @Test
  void aFullRoomIsFull() {
    Speaker ada = hostOf("{maxClients: 1}");

    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);

    guest.hearsError("roomFull");
    guest.isClosedWith(4008);
    ada.hearsNothing();
  }

  @Test
  void theSeatOfAHostNotYetSucceededIsNeverGivenUp() {
    String code = talk.lobby().openRoom().value();
    Speaker ada = talk.connects("ada");
    ada.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");
    ada.hears("roomJoined", "{clientIsHost: true}");
    Speaker guest = talk.connectsByUrl("guest", code, false);
    ada.hears("clientJoined");
    ada.losesConnection();
    talk.passes(Duration.ofMinutes(1));

    Speaker claimant = talk.connectsByUrl("claimant", code, true);

    claimant.hearsError("roomFull");
    claimant.isClosedWith(4008);
    guest.isConnected();
  }

  @Test
  void theSeatOfAGuestThatStaysAwayIsGivenUpForAHost() {
    String code = talk.lobby().openRoom().value();
    Speaker ada = talk.connects("ada");
    ada.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");
    ada.hears("roomJoined", "{clientIsHost: true}");
    Speaker bob = talk.connects("bob");
    bob.says("joinRoom", "{roomCode: '" + code + "'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    ada.losesConnection();
    talk.passes(Duration.ofSeconds(30));

    Speaker claimant = talk.connectsByUrl("claimant", code, true);

    claimant.isConnected();
    bob.comesBackTo(code);
    bob.hearsError("roomFull");
    ada.comesBackTo(code);
    ada.hears("roomJoined", "{clientIsHost: false, reconnected: true, hostEpoch: 2}");
  }

  @Test
  void whatARefusedClientSaysMeanwhileGoesNowhere() {
    Speaker ada = hostOf("{maxClients: 1}");
    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);
    guest.hearsError("roomFull");

    guest.says("guestOfferSignal", "{offerSignal: 1}");
    guest.losesConnection();

    guest.hearsNothing();
    ada.hearsNothing();
  }

  private Speaker hostOf(String terms) {
    Speaker ada = talk.connects("ada");
    ada.says("createRoom", terms);
    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
    return ada;
  }
}
