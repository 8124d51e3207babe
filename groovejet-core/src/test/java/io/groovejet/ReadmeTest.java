package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The unit test that docs/testing.md shows. */
final class ReadmeTest {

  @Test
  void aGuestTakesOverWhenTheHostStaysAway() {
    try (Conversation talk = Conversation.begin()) {
      Speaker ada = talk.connects("ada");
      Speaker bob = talk.connects("bob");
      ada.says("createRoom");
      ada.hears("roomCreated", "{roomCode: 'bbbbb', hostEpoch: 1}");
      bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
      bob.hears("roomJoined", "{clientIsHost: false, hostId: '@ada'}");
      ada.hears("clientJoined");

      ada.losesConnection();
      bob.hears("hostConnectionLost", "{graceMillis: 8000}");
      talk.passes(Duration.ofSeconds(8));
      bob.hears("becomeHost", "{hostEpoch: 2, reason: 'hostLost'}");
      bob.says("hostReady", "{hostEpoch: 2}");
      bob.hears("hostMigrated", "{hostId: '@bob', previousHostId: '@ada'}");
    }
  }
}
