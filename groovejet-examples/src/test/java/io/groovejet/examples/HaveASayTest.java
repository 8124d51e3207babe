package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpRequest;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.Speaker;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The backend that docs/embedding.md shows, tested without a socket. */
class HaveASayTest {

  private static final byte[] SECRET = "north".getBytes(StandardCharsets.UTF_8);

  private final CompletableFuture<Boolean> ledger = new CompletableFuture<>();

  @Test
  void whoHasNotPaidOpensNoRoom() {
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada", FakeRequest.upgrade("").by("ada@example.com"));
      ada.says("createRoom");
      ada.hearsNothing();

      ledger.complete(false);

      ada.hearsError("notPaid");
    }
  }

  @Test
  void nobodyOpensARoomWithoutSayingWhoItIs() {
    try (Conversation talk = begin()) {
      HttpRequest post = FakeRequest.of("POST", "/rooms");

      assertThat(talk.lobby().answer(post).orElseThrow().status()).isEqualTo(403);
    }
  }

  @Test
  void whoHasPaidGetsARoomAndATurnServer() {
    ledger.complete(true);
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada", FakeRequest.upgrade("").by("ada@example.com"));

      ada.says("createRoom");

      ada.hears(
          "roomCreated",
          "{iceServers: [{urls: ['stun:turn.example.com']}, {urls: ['turn:turn.example.com']}]}");
    }
  }

  @Test
  void aMatchIsForTheTwo() {
    try (Conversation talk = begin()) {
      RoomCode code = HaveASay.match(talk.lobby(), "ada@example.com", "bob@example.com");
      assertThat(code.value()).isEqualTo("bbbbb");
      Speaker ada = talk.connects("ada", FakeRequest.upgrade("").by("ada@example.com"));
      Speaker eve = talk.connects("eve", FakeRequest.upgrade("").by("eve@example.com"));

      eve.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
      ada.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");

      eve.hearsError("notInvited");
      ada.hears("roomJoined", "{clientIsHost: true, room: {maxClients: 2}}");
    }
  }

  private Conversation begin() {
    return Conversation.begin(builder -> HaveASay.configure(builder, user -> ledger, SECRET));
  }
}
