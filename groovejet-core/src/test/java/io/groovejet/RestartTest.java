package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.store.InMemorySnapshotStore;
import io.groovejet.store.RoomStore;
import io.groovejet.store.SnapshotStore;
import io.groovejet.store.StoredRooms;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestartTest {

  private final RoomStore store = new InMemoryRoomStore();
  private final SnapshotStore snapshots = new InMemorySnapshotStore(1_000_000);

  @Test
  void everybodyComesBackToARestartedServerAndNoRoleMoves() {
    Conversation before = begin();
    Speaker ada = before.connects("ada");
    Speaker bob = before.connects("bob");
    ada.says("createRoom", "{profile: {name: 'Ada'}}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    ada.says("saveSnapshot", "{snapshot: {level: 3}}");
    ada.hears("snapshotSaved");

    try (Conversation after = begin()) {
      Speaker adaAgain = after.connects("ada again");
      Speaker bobAgain = after.connects("bob again");
      after.passes(Duration.ofSeconds(7));
      bobAgain.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + bob.token() + "'}");
      bobAgain.hears("identity", "{resumed: true}");
      bobAgain.hears(
          "roomJoined", "{reconnected: true, hostConnected: false, snapshot: {sizeBytes: 11}}");
      adaAgain.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + ada.token() + "'}");
      adaAgain.hears("identity", "{resumed: true}");
      adaAgain.hears("roomJoined", "{clientIsHost: true, reconnected: true, hostEpoch: 1}");
      bobAgain.hears("hostRejoined", "{hostEpoch: 1}");
      adaAgain.says("loadSnapshot");
      adaAgain.hears("snapshotLoaded", "{snapshot: {level: 3}}");
    }
  }

  @Test
  void aRoomNobodyComesBackToEndsByItself() {
    Conversation before = begin();
    Speaker ada = before.connects("ada");
    ada.says("createRoom");
    ada.hears("roomCreated");

    try (Conversation after = begin()) {
      after.passes(Duration.ofSeconds(8).plus(Duration.ofMinutes(10)));

      assertThat(after.lobby().report().rooms()).isZero();
    }
  }

  @Test
  void aRoomIsTheSameAfterBeingStored() {
    Conversation talk = begin();
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    ada.says("createRoom", "{password: 'p', metadata: {a: 'é'}, hostMigration: 'manual'}");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'p', canHost: true, profile: {n: 1}}");
    bob.hears("roomJoined");
    bob.says("linkState", "{connected: true, hostEpoch: 1}");
    ada.says("saveSnapshot", "{snapshot: 1, label: 'x'}");
    assertThat(restored()).isEqualTo(room());

    ada.losesConnection();
    assertThat(restored()).isEqualTo(room());

    talk.passes(Duration.ofMinutes(2));
    assertThat(restored()).isEqualTo(room());
  }

  private Room room() {
    return store.find(new RoomCode("bbbbb")).orElseThrow().value();
  }

  private Room restored() {
    return StoredRooms.read(StoredRooms.write(room()));
  }

  private Conversation begin() {
    return Conversation.begin(builder -> builder.store(store).snapshots(snapshots));
  }
}
