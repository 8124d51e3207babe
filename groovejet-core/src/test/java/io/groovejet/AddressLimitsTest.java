package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Limits;
import io.groovejet.guard.TrustedProxies;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 8: what is taken from all clients of one address together. */
final class AddressLimitsTest {

  private static final AddressLimits STRICT = new AddressLimits(4, 2, 3, 3, Duration.ofMinutes(10));

  private final Conversation talk =
      Conversation.begin(
          builder ->
              builder
                  .limits(Limits.ofDefaults().withPerAddress(STRICT))
                  .trustedProxies(TrustedProxies.of("10.0.0.1")));

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theTwentyFirstGuessIsNotEvenLookedAt() {
    Speaker ada = talk.connects("ada");
    Speaker mallory = talk.connects("mallory");
    ada.says("createRoom", "{password: 'secret'}");
    ada.hears("roomCreated");
    mallory.says("joinRoom", "{roomCode: 'wrong'}");
    mallory.hearsError("noRoomFound");
    mallory.says("joinRoom", "{roomCode: 'bbbbb', password: 'guess'}");
    mallory.hearsError("wrongPassword");
    mallory.says("joinRoom", "{roomCode: 'wrong'}");
    mallory.hearsError("noRoomFound");

    mallory.says("joinRoom", "{roomCode: 'bbbbb', password: 'secret'}");
    mallory.hearsError("rateLimited", "{retryAfterMillis: 600000}");
    mallory.says("joinRoom", "{roomCode: 'wrong'}");
    mallory.hearsError("rateLimited", "{retryAfterMillis: 600000}");
    Speaker byUrl = talk.connectsByUrl("byUrl", "bbbbb", false);
    byUrl.hearsError("rateLimited");
    byUrl.isClosedWith(4008);
    Speaker host = talk.connectsByUrl("host", "bbbbb", true);
    host.hearsError("rateLimited");
    host.isClosedWith(4008);

    talk.passes(Duration.ofMinutes(10));
    mallory.says("joinRoom", "{roomCode: 'bbbbb', password: 'secret'}");
    mallory.hears("roomJoined");
    ada.hears("clientJoined");
  }

  @Test
  void whoProvesAHeldSeatIsNeitherCountedNorRefused() {
    Speaker ada = talk.connects("ada");
    ada.says("createRoom");
    ada.hears("roomCreated");
    Speaker bob = talk.connects("bob");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    Speaker mallory = talk.connects("mallory");
    for (int i = 0; i < 3; i++) {
      mallory.says("joinRoom", "{roomCode: 'wrong'}");
      mallory.hearsError("noRoomFound");
    }

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true}");
    ada.hears("clientReconnected");
  }

  @Test
  void anAddressHasSoManyConnections() {
    for (int i = 0; i < 4; i++) {
      talk.connects("client " + i);
    }
    Speaker late = talk.connects("late");
    late.isClosedWith(1008);
  }

  @Test
  void aConnectionWhoseEndIsReportedTwiceCountsOnce() {
    Speaker first = talk.connects("first");
    for (int i = 0; i < 3; i++) {
      talk.connects("client " + i);
    }
    first.losesConnection();
    first.losesConnection();

    talk.connects("next").isConnected();
    talk.connects("late").isClosedWith(1008);
  }

  @Test
  void beforeTheUpgradeTheyAreToldByHttp() {
    FakeRequest upgrade =
        FakeRequest.upgrade("").with("X-Forwarded-For", "198.51.100.1").from("10.0.0.1");
    FakeRequest other = FakeRequest.upgrade("").from("10.0.0.1");
    Speaker first = talk.connects("first", accepted(upgrade));
    for (int i = 0; i < 3; i++) {
      talk.connects("client " + i, accepted(upgrade));
    }

    assertThat(status(upgrade)).isEqualTo(429);
    assertThat(status(other)).isEqualTo(101);

    first.losesConnection();
    assertThat(status(upgrade)).isEqualTo(101);
  }

  @Test
  void anAddressHasSoManyRoomsWithSomebodyConnected() {
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    Speaker carol = talk.connects("carol");
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("createRoom");
    bob.hears("roomCreated");

    carol.says("createRoom");
    carol.hearsError("tooManyRooms");
    bob.says("leaveRoom");
    bob.hears("roomLeft");
    carol.says("createRoom");
    carol.hears("roomCreated");
  }

  @Test
  void ofTooManyDesertedRoomsTheOldestGoes() {
    FakeRequest post = FakeRequest.of("POST", "/rooms");
    String first = code(post);
    String second = code(post);
    code(post);
    assertThat(talk.lobby().report().rooms()).isEqualTo(3);

    code(post);

    assertThat(talk.lobby().report().rooms()).isEqualTo(3);
    talk.connectsByUrl("late", first, true).hearsError("noRoomFound");
    talk.connectsByUrl("host", second, true).hearsNothing();
  }

  @Test
  void byPostTooManyRoomsAreToldByHttp() {
    Speaker ada = talk.connects("ada", accepted(FakeRequest.upgrade("")));
    Speaker bob = talk.connects("bob", accepted(FakeRequest.upgrade("")));
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("createRoom");
    bob.hears("roomCreated");

    HttpReply reply = talk.lobby().answer(FakeRequest.of("POST", "/rooms")).orElseThrow();

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.body()).contains("\"errorType\":\"tooManyRooms\"");
  }

  private OpeningHandshake accepted(FakeRequest upgrade) {
    return talk.lobby()
        .handshake(upgrade)
        .fold(
            accepted -> accepted,
            refused -> {
              throw new AssertionError(refused);
            });
  }

  private int status(FakeRequest upgrade) {
    return talk.lobby().handshake(upgrade).fold(accepted -> 101, HttpReply::status);
  }

  private String code(FakeRequest post) {
    String body = talk.lobby().answer(post).orElseThrow().body();
    return body.substring(body.indexOf(':') + 2, body.length() - 2);
  }
}
