package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.OpeningHandshake;
import io.groovejet.Verdict;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The backend that the README shows, tested without a socket. */
class HaveASayTest {

  private static final byte[] SECRET = "north".getBytes(StandardCharsets.UTF_8);

  private final CompletableFuture<Boolean> ledger = new CompletableFuture<>();

  @Test
  void whoHasNotPaidOpensNoRoom() {
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada", as("ada@example.com"));
      ada.says("createRoom");
      ada.hearsNothing();

      ledger.complete(false);

      ada.hearsError("notPaid");
    }
  }

  @Test
  void whoHasPaidGetsARoomAndATurnServer() {
    ledger.complete(true);
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada", as("ada@example.com"));

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
      Speaker ada = talk.connects("ada", as("ada@example.com"));
      Speaker eve = talk.connects("eve", as("eve@example.com"));

      eve.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
      ada.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");

      eve.hearsError("notInvited");
      ada.hears("roomJoined", "{clientIsHost: true, room: {maxClients: 2}}");
    }
  }

  private Conversation begin() {
    return Conversation.begin(builder -> HaveASay.configure(builder, user -> ledger, SECRET));
  }

  private static OpeningHandshake as(String user) {
    return new OpeningHandshake(
        Dialect.MESSAGE, null, null, false, Address.UNKNOWN, Verdict.admitAs(user));
  }
}
