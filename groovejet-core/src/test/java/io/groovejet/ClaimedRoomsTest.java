package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 2.1: in a room made by {@code POST /rooms} the code is the only secret. */
final class ClaimedRoomsTest {

  private final Conversation talk = Conversation.begin();
  private final String code = talk.lobby().openRoom().value();

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theFirstHostsEpochIsOne() {
    Speaker host = talk.connectsByUrl("host", code, true);

    Speaker bob = guest("bob");

    bob.says("guestOfferSignal", "{offerSignal: 1, hostEpoch: 1}");
    host.hears("guestOfferSignal");
    bob.says("joinRoom", "{roomCode: '" + code + "'}");
    bob.hears(
        "roomJoined",
        "{clientIsHost: false, reconnected: true, hostId: '@host', hostConnected: true,"
            + " hostEpoch: 1, room: {roomCode: 'bbbbb', isPublic: false, isLocked: false,"
            + " hasPassword: false, maxClients: 64, hostMigration: 'off', metadata: {}},"
            + " clients: ["
            + "{clientId: '@host', isHost: true, connected: true, canHost: true},"
            + "{clientId: '@bob', isHost: false, connected: true, canHost: false}]}");
  }

  @Test
  void whoeverComesAsHostFirstAfterALossIsHostUnderANewEpoch() {
    Speaker first = talk.connectsByUrl("first", code, true);
    Speaker bob = guest("bob");

    first.losesConnection();
    bob.hearsExactly("clientLeft", "{clientId: '@first', reason: 'left'}");
    bob.hearsExactly("hostMigrationFailed", "{reason: 'off', closesInMillis: 600000}");
    talk.connectsByUrl("second", code, true);

    bob.hearsExactly(
        "hostMigrated",
        "{hostId: '@second', previousHostId: '@first', hostEpoch: 2, reason: 'hostLost'}");
    bob.hearsExactly(
        "clientJoined",
        "{client: {clientId: '@second', isHost: true, connected: true, canHost: true}}");
  }

  @Test
  void aNewcomerClaimsByJoiningWithCanHost() {
    Speaker ada = talk.connects("ada");

    ada.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");

    ada.hears(
        "roomJoined",
        "{clientIsHost: true, reconnected: false, hostId: '@ada', hostConnected: true,"
            + " hostEpoch: 1, clients: [{clientId: '@ada', isHost: true, canHost: true}]}");
  }

  @Test
  void aNewcomerThatCannotHostFindsNoHost() {
    Speaker bob = talk.connects("bob");

    bob.says("joinRoom", "{roomCode: '" + code + "'}");
    bob.hearsError("hostDisconnected");
    bob.says("joinRoom", "{roomCode: '" + code + "', canHost: false}");
    bob.hearsError("hostDisconnected");
  }

  @Test
  void whileAHostIsConnectedCanHostMakesAGuest() {
    Speaker host = talk.connectsByUrl("host", code, true);
    Speaker bob = talk.connects("bob");

    bob.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");

    bob.hears("roomJoined", "{clientIsHost: false, hostId: '@host', hostEpoch: 1}");
    host.hearsNothing();
    host.isConnected();
  }

  @Test
  void aConnectedMemberClaimsByJoiningAgain() {
    Speaker ada = claimant("ada");
    Speaker bob = claimingGuest("bob");
    ada.hears("clientJoined");
    Speaker carol = guest("carol");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    ada.losesConnection();
    bob.hears("hostConnectionLost", "{hostId: '@ada', hostEpoch: 1, graceMillis: 8000}");
    carol.hears("hostConnectionLost");

    bob.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");

    bob.hears(
        "roomJoined", "{clientIsHost: true, reconnected: true, hostId: '@bob', hostEpoch: 2}");
    carol.hearsExactly(
        "hostMigrated",
        "{hostId: '@bob', previousHostId: '@ada', hostEpoch: 2, reason: 'hostLost'}");
  }

  @Test
  void aConnectedMemberThatDoesNotSaySoClaimsNothing() {
    Speaker ada = claimant("ada");
    Speaker bob = claimingGuest("bob");
    ada.hears("clientJoined");
    ada.losesConnection();
    bob.hears("hostConnectionLost");

    bob.says("joinRoom", "{roomCode: '" + code + "'}");

    bob.hears(
        "roomJoined",
        "{clientIsHost: false, reconnected: true, hostId: '@ada', hostConnected: false,"
            + " hostEpoch: 1}");
  }

  @Test
  void aHeldSeatThatReturnsClaimsOnlyByAnExplicitCanHost() {
    Speaker ada = claimant("ada");
    Speaker bob = claimingGuest("bob");
    ada.hears("clientJoined");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    ada.losesConnection();

    bob.comesBackTo(code);

    bob.hears("roomJoined", "{clientIsHost: false, reconnected: true, hostEpoch: 1}");
  }

  @Test
  void aHeldSeatThatReturnsWithCanHostIsHost() {
    Speaker ada = claimant("ada");
    Speaker bob = claimingGuest("bob");
    ada.hears("clientJoined");
    Speaker carol = guest("carol");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    carol.hears("clientDisconnected");
    ada.losesConnection();
    carol.hears("hostConnectionLost");

    bob.comesBackTo(code, "{canHost: true}");

    bob.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 2}");
    carol.hears("hostMigrated", "{hostId: '@bob', previousHostId: '@ada', hostEpoch: 2}");
    carol.hears("clientReconnected", "{clientId: '@bob'}");
  }

  @Test
  void aFormerHostThatReturnsLaterIsAGuest() {
    Speaker ada = claimant("ada");
    Speaker carol = guest("carol");
    ada.hears("clientJoined");
    ada.losesConnection();
    carol.hears("hostConnectionLost");
    talk.connectsByUrl("host", code, true);
    carol.hears("hostMigrated", "{hostId: '@host', previousHostId: '@ada', hostEpoch: 2}");
    carol.hears("clientJoined");

    ada.comesBackTo(code);

    ada.hears(
        "roomJoined",
        "{clientIsHost: false, reconnected: true, hostId: '@host', hostEpoch: 2, clients: ["
            + "{clientId: '@ada', isHost: false, canHost: true},"
            + "{clientId: '@carol', isHost: false},"
            + "{clientId: '@host', isHost: true}]}");
    carol.hears("clientReconnected", "{clientId: '@ada'}");
  }

  private Speaker claimant(String name) {
    Speaker claimant = talk.connects(name);
    claimant.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");
    claimant.hears("roomJoined", "{clientIsHost: true, reconnected: false}");
    return claimant;
  }

  private Speaker claimingGuest(String name) {
    Speaker guest = talk.connects(name);
    guest.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");
    guest.hears("roomJoined", "{clientIsHost: false, reconnected: false}");
    return guest;
  }

  private Speaker guest(String name) {
    Speaker guest = talk.connects(name);
    guest.says("joinRoom", "{roomCode: '" + code + "'}");
    guest.hears("roomJoined", "{clientIsHost: false, reconnected: false}");
    return guest;
  }
}
