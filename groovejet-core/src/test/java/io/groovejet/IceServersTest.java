package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.IceServer;
import io.groovejet.protocol.Secret;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** STUN and TURN servers, told to members only. */
final class IceServersTest {

  private static final byte[] SHARED = "north".getBytes(StandardCharsets.UTF_8);
  private static final IceServer STUN = IceServer.at("stun:stun.example.com");

  @Test
  void aMemberHearsOfThemWhenItComesInAndWhenItAsks() {
    try (Conversation talk = begin(IceServers.of(STUN))) {
      Speaker ada = talk.connects("ada");
      Speaker bob = talk.connects("bob");
      String servers = "iceServers: [{urls: ['stun:stun.example.com']}]";

      ada.says("createRoom");
      ada.hears("roomCreated", "{" + servers + "}");
      bob.says("getIceServers");
      bob.hearsError("notInRoom");
      bob.says("joinRoom", "{roomCode: 'bbbbb'}");
      bob.hears("roomJoined", "{" + servers + "}");
      ada.hears("clientJoined");
      bob.says("getIceServers");
      bob.hearsExactly("iceServers", "{" + servers + "}");
      bob.losesConnection();
      ada.hears("clientDisconnected");
      bob.comesBackTo("bbbbb");
      bob.hears("roomJoined", "{" + servers + "}");
      ada.hears("clientReconnected");
    }
  }

  @Test
  void everyClientHasCredentialsOfItsOwnAndTheyAreRenewed() {
    TurnRestServers turn =
        TurnRestServers.sharing(SHARED, Duration.ofHours(12), "turn:turn.example.com").beside(STUN);
    try (Conversation talk = begin(turn)) {
      Speaker ada = talk.connects("ada");
      ada.says("createRoom");
      ada.hears(
          "roomCreated",
          "{iceServers: [{urls: ['stun:stun.example.com']},"
              + " {urls: ['turn:turn.example.com'], username: '978393600:@ada'}]}");
      talk.passes(Duration.ofSeconds(10));
      ada.says("getIceServers");
      ada.hears(
          "iceServers",
          "{expiresInMillis: 43200000, iceServers: [{urls: ['stun:stun.example.com']},"
              + " {urls: ['turn:turn.example.com'], username: '978393610:@ada'}]}");
    }
  }

  @Test
  void thePasswordIsWhatTheConventionSays() {
    TurnRestServers turn =
        TurnRestServers.sharing(SHARED, Duration.ofMinutes(10), "turn:a", "turns:b");
    ClientId client = new ClientId(new UUID(0, 1));

    IceGrant grant = turn.grantedTo(client, Instant.ofEpochSecond(1_000));

    assertThat(grant)
        .isEqualTo(
            new IceGrant(
                List.of(
                    new IceServer(
                        List.of("turn:a", "turns:b"),
                        "1600:00000000-0000-0000-0000-000000000001",
                        new Secret("TLFcVoA+hp7z99HmmWIXEM1R91w="))),
                Duration.ofMinutes(10)));
    assertThat(grant.toString()).doesNotContain("TLFcVoA+hp7z99HmmWIXEM1R91w=");
  }

  @Test
  void serversThatFailDoNotKeepAnybodyOut() {
    try (Conversation talk =
        begin(
            (client, now) -> {
              throw new IllegalStateException("no TURN today");
            })) {
      Speaker ada = talk.connects("ada");

      ada.says("createRoom");

      ada.hears("roomCreated");
      ada.says("getIceServers");
      ada.hearsExactly("iceServers", "{iceServers: []}");
    }
  }

  @Test
  void whatCannotWorkIsRefusedAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> IceServer.at("stun.example.com"));
    assertThatIllegalArgumentException().isThrownBy(() -> IceServer.at("stun://example.com"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TurnRestServers.sharing(new byte[0], Duration.ofHours(1), "turn:a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TurnRestServers.sharing(SHARED, Duration.ZERO, "turn:a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TurnRestServers.sharing(SHARED, Duration.ofHours(1)));
  }

  private static Conversation begin(IceServers servers) {
    return Conversation.begin(builder -> builder.iceServers(servers));
  }
}
