package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.Versioned;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.Speaker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 9: what clients hear while the store does not answer. */
final class UnreliableStoreTest {

  private final UnreliableStore store = new UnreliableStore();
  private final Conversation talk = Conversation.begin(builder -> builder.store(store));
  private final Speaker ada = talk.connects("ada");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void requestsFailAndChangeNothing() {
    store.isDown = true;
    ada.says("createRoom");
    ada.hearsError("storeUnavailable");
    ada.says("joinRoom", "{roomCode: 'bbbbb'}");
    ada.hearsError("storeUnavailable");
    store.isDown = false;

    ada.says("leaveRoom");
    ada.hearsError("notInRoom");
    ada.says("createRoom");
    ada.hears("roomCreated");
  }

  @Test
  void inARoomTheyFailToo() {
    ada.says("createRoom");
    ada.hears("roomCreated");

    store.isDown = true;
    ada.says("leaveRoom");
    ada.hearsError("storeUnavailable");
    store.isDown = false;
    ada.says("leaveRoom");

    ada.hears("roomLeft");
  }

  @Test
  void aUrlClientIsToldAndClosed() {
    String code = talk.lobby().openRoom().value();
    store.isDown = true;

    Speaker host = talk.connectsByUrl("host", code, true);

    host.hearsError("storeUnavailable");
    host.isClosedWith(4008);
    store.isDown = false;
  }

  @Test
  void aFaultIsSaidAndChangesNothing() {
    store.isBroken = true;
    ada.says("createRoom");
    ada.hearsError("internalError");
    ada.says("joinRoom", "{roomCode: 'bbbbb'}");
    ada.hearsError("internalError");
    store.isBroken = false;

    ada.says("leaveRoom");
    ada.hearsError("notInRoom");
    ada.isConnected();
  }

  @Test
  void aPostIsToldToo() {
    store.isDown = true;

    HttpReply reply = talk.lobby().answer(FakeRequest.of("POST", "/rooms")).orElseThrow();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body()).contains("\"errorType\":\"storeUnavailable\"");
    store.isDown = false;
  }

  @Test
  void aLossIsNotForgotten() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    Speaker bob = talk.connects("bob");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    store.isDown = true;
    bob.losesConnection();
    talk.passes(Duration.ofSeconds(5));
    ada.hearsNothing();
    store.isDown = false;

    talk.passes(Duration.ofSeconds(1));

    ada.hears("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
  }

  @Test
  void aDeadlineIsNotForgotten() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    Speaker bob = talk.connects("bob");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    bob.losesConnection();
    ada.hears("clientDisconnected");
    store.isDown = true;
    talk.passes(Duration.ofSeconds(35));
    ada.hearsNothing();
    store.isDown = false;

    talk.passes(Duration.ofSeconds(1));

    ada.hears("clientLeft", "{clientId: '@bob', reason: 'timedOut'}");
  }

  @Test
  void whoJoinsARoomWhoseTimeIsOverFindsNone() {
    String code = talk.lobby().openRoom().value();
    store.isDown = true;
    talk.passes(Duration.ofMillis(60_500));
    store.isDown = false;

    ada.says("joinRoom", "{roomCode: '" + code + "', canHost: true}");

    ada.hearsError("noRoomFound");
  }

  @Test
  void whoConnectsToARoomWhoseTimeIsOverFindsNone() {
    String code = talk.lobby().openRoom().value();
    store.isDown = true;
    talk.passes(Duration.ofMillis(60_500));
    store.isDown = false;

    Speaker host = talk.connectsByUrl("host", code, true);

    host.hearsError("noRoomFound");
    host.isClosedWith(4008);
  }

  /** A store in memory that can be out of reach. */
  private static final class UnreliableStore implements RoomStore {

    private final RoomStore rooms = new InMemoryRoomStore();
    private boolean isDown; // whether calls fail as they may
    private boolean isBroken; // whether they fail as they must not

    @Override
    public Optional<Versioned<Room>> find(RoomCode code) {
      return reached().find(code);
    }

    @Override
    public boolean create(Room room) {
      return reached().create(room);
    }

    @Override
    public boolean replace(Versioned<Room> seen, Room next) {
      return reached().replace(seen, next);
    }

    @Override
    public boolean remove(Versioned<Room> seen) {
      return reached().remove(seen);
    }

    @Override
    public long count() {
      return reached().count();
    }

    @Override
    public List<RoomCode> codes() {
      return reached().codes();
    }

    private RoomStore reached() {
      if (isBroken) {
        throw new IllegalStateException("the store breaks its contract");
      }
      if (isDown) {
        throw new RoomStoreException("the store is down", new IOException("no route"));
      }
      return rooms;
    }
  }
}
