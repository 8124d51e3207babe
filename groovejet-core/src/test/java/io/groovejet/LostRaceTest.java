package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.room.Command;
import io.groovejet.room.Room;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.store.RoomStore;
import io.groovejet.store.Versioned;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.Speaker;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody else writes a room first: what was decided about the older one is said to nobody. */
final class LostRaceTest {

  private final RacingStore store = new RacingStore();
  private final Conversation talk = Conversation.begin(builder -> builder.store(store));
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aJoinIsDecidedAgainOnTheRoomAsItIsNow() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.isBeatenBy(new Command.Lose(adasConnection()));

    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");

    bob.hears("roomJoined", "{hostConnected: false, clients: [{connected: false}, {}]}");
  }

  @Test
  void aJoinMayBeRefusedAfterAll() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.isBeatenBy(new Command.Lose(adasConnection()));

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");

    bob.hearsError("hostDisconnected");
  }

  @Test
  void aRoomThatEndedMeanwhileIsNotFound() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.isBeatenBy(new Command.End(RoomEnd.SERVER));

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");

    bob.hearsError("noRoomFound");
  }

  @Test
  void aSaveThatIsRefusedAfterAllLeavesNoBytes() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.isBeatenBy(new Command.Lose(adasConnection()));

    ada.says("saveSnapshot", "{snapshot: {score: 1}}");

    ada.hearsError("notInRoom");
    assertThat(talk.lobby().report().snapshotBytes()).isZero();
  }

  @Test
  void whatIsBeatenOftenIsSaidOnceAllTheSame() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    store.isBeatenBy(new Command.Lose(adasConnection()));
    store.isBeatenBy(new Command.Tick());
    store.isBeatenBy(new Command.Tick());

    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");

    bob.hears("roomJoined", "{hostConnected: false}");
  }

  @Test
  void aCodeThatWasTakenMeanwhileIsDrawnAgain() {
    store.isTaken = true;

    ada.says("createRoom");

    ada.hears("roomCreated", "{roomCode: 'bbbbc'}");
  }

  private ConnectionId adasConnection() {
    Room room = store.find(new RoomCode("bbbbb")).orElseThrow().value();
    return room.hostConnection().orElseThrow();
  }

  /** A store that another lobby writes to, always just before this one does. */
  private static final class RacingStore implements RoomStore {

    private final RoomStore rooms = new InMemoryRoomStore();
    private final Queue<Command> ahead = new ArrayDeque<>();
    private boolean isTaken; // whether the next code is

    private void isBeatenBy(Command command) {
      ahead.add(command);
    }

    @Override
    public Optional<Versioned<Room>> find(RoomCode code) {
      return rooms.find(code);
    }

    @Override
    public boolean create(Room room) {
      boolean refused = isTaken;
      isTaken = false;
      return !refused && rooms.create(room);
    }

    @Override
    public boolean replace(Versioned<Room> seen, Room next) {
      Command first = ahead.poll();
      if (first == null) {
        return rooms.replace(seen, next);
      }
      first
          .applyTo(seen.value(), ManualTime.NOON)
          .next()
          .ifPresentOrElse(other -> rooms.replace(seen, other), () -> rooms.remove(seen));
      return false;
    }

    @Override
    public boolean remove(Versioned<Room> seen) {
      return rooms.remove(seen);
    }

    @Override
    public long count() {
      return rooms.count();
    }

    @Override
    public List<RoomCode> codes() {
      return rooms.codes();
    }
  }
}
