package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.testkit.FakeConnection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a lobby counts, for whoever watches it. */
final class TrafficTest {

  private static final String CREATE = "{\"type\":\"createRoom\"}";
  private static final String OFFER =
      "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":\"é\"}}";

  private final Lobby lobby = Lobby.ofDefaults();
  private final FakeConnection host = new FakeConnection();
  private final FakeConnection guest = new FakeConnection();
  private final ClientSession ada = lobby.connect(host);
  private final ClientSession bob = lobby.connect(guest);

  @AfterEach
  void close() {
    lobby.close();
  }

  @Test
  void everyMessageIsCountedWithItsBytes() {
    ada.received(CREATE);
    join();
    bob.received(OFFER);
    ada.received("nonsense");

    String in = CREATE + joining() + OFFER + "nonsense";
    String out = String.join("", host.takeSent()) + String.join("", guest.takeSent());
    assertThat(lobby.traffic()).isEqualTo(new LobbyTraffic(4, bytes(in), 7, bytes(out), 1));
  }

  @Test
  void whatComesOrWouldGoAfterTheEndIsNotSent() {
    LobbyTraffic before = lobby.traffic();

    ada.disconnected();
    ada.received(CREATE);

    assertThat(lobby.traffic())
        .isEqualTo(
            new LobbyTraffic(
                1, bytes(CREATE), before.messagesOut(), before.bytesOut(), before.relayed()));
  }

  @Test
  void theRoomsThereAreCanBeLookedAt() {
    ada.received(CREATE);
    lobby.openRoom();

    assertThat(lobby.rooms()).hasSize(2).contains(theRoom());
  }

  private void join() {
    bob.received(joining());
  }

  private String joining() {
    return "{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"" + code() + "\"}}";
  }

  private Room theRoom() {
    return lobby.room(code()).orElseThrow();
  }

  private RoomCode code() {
    return ada.party().room().orElseThrow();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
