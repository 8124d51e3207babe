package io.groovejet;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SnapshotTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void theNextHostLoadsWhatTheLastOneSaved() {
    play();
    ada.says("saveSnapshot", "{snapshot: {score: [1, 2]}, label: 'level 2', hostEpoch: 1}");
    ada.hearsExactly("snapshotSaved", "{snapshotVersion: 1, hostEpoch: 1, sizeBytes: 15}");

    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears(
        "becomeHost",
        "{snapshot: {snapshotVersion: 1, hostEpoch: 1, ageMillis: 8000, sizeBytes: 15,"
            + " label: 'level 2'}}");
    bob.says("loadSnapshot");
    bob.hearsExactly(
        "snapshotLoaded",
        "{snapshotVersion: 1, hostEpoch: 1, ageMillis: 8000, label: 'level 2',"
            + " snapshot: {score: [1, 2]}}");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");

    bob.says("saveSnapshot", "{snapshot: 2}");
    bob.hearsExactly("snapshotSaved", "{snapshotVersion: 2, hostEpoch: 2, sizeBytes: 1}");
  }

  @Test
  void threeGenerationsAreKept() {
    play();

    for (int i = 1; i <= 4; i++) {
      ada.says("saveSnapshot", "{snapshot: " + i + "}");
      ada.hears("snapshotSaved", "{snapshotVersion: " + i + "}");
      talk.passes(Duration.ofSeconds(1));
    }

    ada.says("loadSnapshot", "{snapshotVersion: 2}");
    ada.hears("snapshotLoaded", "{snapshotVersion: 2, snapshot: 2}");
    ada.says("loadSnapshot", "{snapshotVersion: 1}");
    ada.hearsError("noSnapshotFound");
  }

  @Test
  void onlyTheHostOfTheEpochSavesAtAModestRate() {
    play();

    bob.says("saveSnapshot", "{snapshot: 1}");
    bob.hearsError("notHost");
    bob.says("loadSnapshot");
    bob.hearsError("notHost");
    ada.says("saveSnapshot", "{snapshot: 1, hostEpoch: 2}");
    ada.hearsError("staleEpoch", "{hostEpoch: 1}");
    for (int i = 0; i < 3; i++) {
      ada.says("saveSnapshot", "{snapshot: 1}");
      ada.hears("snapshotSaved");
    }
    ada.says("saveSnapshot", "{snapshot: 1}");
    ada.hearsError("rateLimited", "{retryAfterMillis: 1000}");
  }

  @Test
  void aSnapshotAboveTheLimitLeavesTheOldOneUntouched() {
    play();
    ada.says("saveSnapshot", "{snapshot: 'small'}");
    ada.hears("snapshotSaved");

    ada.says("saveSnapshot", "{snapshot: '" + "x".repeat(256 * 1024 - 1) + "'}");

    ada.hearsError("snapshotTooLarge", "{limit: 262144}");
    ada.says("loadSnapshot");
    ada.hears("snapshotLoaded", "{snapshotVersion: 1, snapshot: 'small'}");
  }

  @Test
  void aLargeMessageThatIsNoSnapshotClosesTheHostsConnection() {
    play();

    ada.says("requestOffer", "{clientId: '@bob', x: '" + "x".repeat(65 * 1024) + "'}");

    ada.isClosedWith(1009);
    bob.hears("hostConnectionLost");
  }

  @Test
  void whoWasHostJustNowMayStillSayALargeSnapshotAndIsTold() {
    play();
    ada.says("transferHost");
    ada.hears("hostMigrationStarted");
    bob.hears("becomeHost");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");
    ada.hears("hostMigrated");

    ada.says("saveSnapshot", "{snapshot: '" + "x".repeat(65 * 1024) + "', hostEpoch: 1}");

    ada.hearsError("notHost");
  }

  @Test
  void everybodyMayCrashAndComeBack() {
    play();
    ada.says("saveSnapshot", "{snapshot: {level: 3}}");
    ada.hears("snapshotSaved");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    bob.losesConnection();
    talk.passes(Duration.ofMinutes(59));

    ada.comesBackTo("bbbbb");

    ada.hears("roomJoined", "{clientIsHost: true, reconnected: true, snapshot: {sizeBytes: 11}}");
    ada.says("loadSnapshot");
    ada.hears("snapshotLoaded", "{snapshot: {level: 3}}");
  }

  @Test
  void whoeverComesBackFirstResumesTheGame() {
    play();
    ada.says("saveSnapshot", "{snapshot: {level: 3}}");
    ada.hears("snapshotSaved");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    bob.losesConnection();
    talk.passes(Duration.ofMinutes(1));

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{clientIsHost: false, reconnected: true, hostConnected: false}");
    bob.hears("becomeHost", "{hostEpoch: 2, snapshot: {snapshotVersion: 1}}");
  }

  private void play() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }
}
