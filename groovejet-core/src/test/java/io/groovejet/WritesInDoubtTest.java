package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Command;
import io.groovejet.room.Room;
import io.groovejet.store.Versioned;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.Speaker;
import io.groovejet.testkit.simulation.FaultyRoomStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store fails during a write: nothing is said before it is known whether it happened. */
final class WritesInDoubtTest {

  private final FaultyRoomStore store = new FaultyRoomStore();
  private final Conversation talk = Conversation.begin(builder -> builder.store(store));
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aWriteThatHappenedIsSaidAsIfNothingWasWrong() {
    store.failsAfterNextWrite();
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.failsAfterNextWrite();
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");

    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }

  @Test
  void aWriteThatDidNotHappenIsRefused() {
    store.failsBeforeNextWrite();
    ada.says("createRoom");
    ada.hearsError("storeUnavailable");
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.failsBeforeNextWrite();
    bob.says("joinRoom", "{roomCode: 'bbbbc'}");
    bob.hearsError("storeUnavailable");

    bob.says("leaveRoom");

    bob.hearsError("notInRoom");
  }

  @Test
  void whileNobodyCanTellNothingIsSaid() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.failsAfterNextWrite();
    store.goesDownWithNextWrite();
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    talk.passes(Duration.ofSeconds(5));
    bob.hearsNothing();
    ada.says("leaveRoom");
    ada.hearsError("storeUnavailable");
    store.isBack();

    talk.passes(Duration.ofSeconds(1));

    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }

  @Test
  void whatIsSaidNextClearsTheDoubt() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.failsAfterNextWrite();
    store.goesDownWithNextWrite();
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    store.isBack();

    ada.says("leaveRoom");

    bob.hears("roomJoined");
    ada.hears("clientJoined");
    ada.hears("roomLeft");
    bob.hears("roomClosed");
  }

  @Test
  void aJoinerThatIsGoneBeforeTheAnswerLeavesNoGhost() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.failsAfterNextWrite();
    store.goesDownWithNextWrite();
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.losesConnection();
    store.isBack();
    talk.passes(Duration.ofSeconds(1));
    ada.hears("clientJoined");
    ada.hears("clientDisconnected");

    talk.passes(Duration.ofSeconds(31));

    ada.hears("clientLeft");
    assertThat(talk.lobby().room(new RoomCode("bbbbb")).orElseThrow().clients()).hasSize(1);
  }

  @Test
  void aSnapshotsBytesAreForgottenWithTheSave() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.failsBeforeNextWrite();

    ada.says("saveSnapshot", "{snapshot: {score: 1}}");

    ada.hearsError("storeUnavailable");
    assertThat(talk.lobby().report().snapshotBytes()).isZero();
  }

  @Test
  void whenAnotherLobbyWroteSinceEverybodyComesBackToSee() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.failsAfterNextWrite();
    store.goesDownWithNextWrite();
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    store.isBack();
    Versioned<Room> written = store.find(new RoomCode("bbbbb")).orElseThrow();
    ConnectionId host = written.value().hostConnection().orElseThrow();
    Room next =
        new Command.Lose(host).applyTo(written.value(), ManualTime.NOON).next().orElseThrow();
    store.replace(written, next);

    talk.passes(Duration.ofSeconds(1));

    ada.isClosedWith(1012);
    bob.isClosedWith(1012);
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined", "{clients: [{connected: true}, {connected: false}]}");
  }
}
