package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The backend's rules about its lobby: no server, no sockets, no waiting. */
class LobbyRulesTest {

  private final Matches matches = new Matches();

  @Test
  void aStrangerIsNotLetIn() {
    try (Conversation talk = begin()) {
      Speaker stranger = talk.knocks("stranger", FakeRequest.upgrade("session=x"));

      stranger.hearsError("notLoggedIn");
      stranger.isClosedWith(1008);
    }
  }

  @Test
  void bobMayNotOpenAGame() {
    try (Conversation talk = begin()) {
      Speaker bob = talk.connects("bob", FakeRequest.upgrade("session=s2"));
      bob.says("createRoom");
      bob.hearsError("noTicket");

      assertThat(matches.open()).isZero();
    }
  }

  @Test
  void aGameThatLosesItsHostGoesOnAndIsCounted() {
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada", FakeRequest.upgrade("session=s1"));
      Speaker bob = talk.connects("bob", FakeRequest.upgrade("session=s2"));
      ada.says("createRoom");
      ada.hears("roomCreated");
      bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
      bob.hears("roomJoined");
      ada.hears("clientJoined");

      ada.losesConnection();
      bob.hears("hostConnectionLost");
      talk.passes(Duration.ofSeconds(8));
      bob.hears("becomeHost");
      bob.says("hostReady", "{hostEpoch: 2}");
      bob.hears("hostMigrated");

      assertThat(matches.open()).isEqualTo(1);
      assertThat(matches.rescued()).isEqualTo(1);
    }
  }

  private Conversation begin() {
    return Conversation.begin(
        builder ->
            builder.admission(new Doorkeeper(new Players())).listener(matches, Runnable::run));
  }
}
