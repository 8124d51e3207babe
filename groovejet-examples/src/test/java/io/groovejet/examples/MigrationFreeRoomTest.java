package io.groovejet.examples;

import io.groovejet.room.RoomTimers;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a backend tests what its players would notice: no sockets, and time passes when told to. */
class MigrationFreeRoomTest {

  private static final RoomTimers TIMERS =
      RoomTimers.ofDefaults().withHostGrace(Duration.ofSeconds(5));

  @Test
  void theRoomWaitsForItsHostWhenTheRoleMayNotMove() {
    try (Conversation talk = Conversation.begin(lobby -> lobby.timers(TIMERS))) {
      Speaker ada = talk.connects("ada");
      Speaker bob = talk.connects("bob");
      ada.says("createRoom", "{hostMigration: 'off'}");
      ada.hears("roomCreated", "{roomCode: 'bbbbb', hostEpoch: 1}");
      bob.says("joinRoom", "{roomCode: 'BBBBB', canHost: true}");
      bob.hears("roomJoined", "{clientIsHost: false, hostId: '@ada'}");
      ada.hears("clientJoined", "{client: {clientId: '@bob'}}");

      ada.losesConnection();
      bob.hears("hostConnectionLost", "{hostId: '@ada', graceMillis: 5000}");
      talk.passes(Duration.ofSeconds(5));
      bob.hears("hostMigrationFailed", "{reason: 'off'}");

      ada.comesBackTo("bbbbb");
      ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
      bob.hears("hostRejoined", "{hostId: '@ada', hostEpoch: 1}");
    }
  }
}
