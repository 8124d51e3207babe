package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.store.InMemorySnapshotStore;
import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.SnapshotStore;
import io.groovejet.store.Versioned;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that does not answer is complained about, but not at the pace of strangers. */
final class SilentStoreTest {

  private final List<Logger> logs =
      Stream.of(Decisions.class, Listings.class, Switchboard.class)
          .map(where -> Logger.getLogger(where.getName()))
          .toList();
  private final Lines lines = new Lines();
  private final Conversation talk = Conversation.begin(builder -> builder.store(new Silent()));
  private final Speaker ada = talk.connects("ada");

  @BeforeEach
  void listenToTheLog() {
    logs.forEach(log -> log.addHandler(lines));
  }

  @AfterEach
  void everythingWasHeard() {
    logs.forEach(log -> log.removeHandler(lines));
    talk.close();
  }

  @Test
  void itIsSaidOnceAMinuteThatNobodyCanJoin() {
    asks("joinRoom", "{roomCode: 'bbbbb'}");
    asks("joinRoom", "{roomCode: 'bbbbc'}");
    assertThat(lines.all).containsExactly("The room store does not answer: {0}");

    talk.passes(Duration.ofMinutes(1));
    asks("joinRoom", "{roomCode: 'bbbbb'}");

    assertThat(lines.all).hasSize(2);
  }

  @Test
  void itIsSaidOnceAMinuteThatNothingIsListed() {
    asks("listRooms", "{}");
    asks("listRooms", "{}");
    assertThat(lines.all).containsExactly("Rooms cannot be listed: {0}");

    talk.passes(Duration.ofMinutes(1));
    asks("listRooms", "{}");

    assertThat(lines.all).hasSize(2);
  }

  @Test
  void itIsSaidOnceAMinuteThatSnapshotsStay() {
    SnapshotStore snapshots = new Hoarder(InMemorySnapshotStore.ofDefaults());
    try (Conversation game = Conversation.begin(builder -> builder.snapshots(snapshots))) {
      Speaker host = game.connects("host");
      host.says("createRoom");
      host.hears("roomCreated");
      for (int save = 0; save < 5; save++) { // of which three are kept
        saves(game, host);
      }
      assertThat(lines.all).containsExactly("A snapshot was not forgotten: {0}");

      game.passes(Duration.ofMinutes(1));
      saves(game, host);

      assertThat(lines.all).hasSize(2);
    }
  }

  private static void saves(Conversation game, Speaker host) {
    game.passes(Duration.ofSeconds(1));
    host.says("saveSnapshot", "{snapshot: 1}");
    host.hears("snapshotSaved");
  }

  private void asks(String type, String data) {
    ada.says(type, data);
    ada.hearsError("storeUnavailable");
  }

  /** What was logged, before its values were put in. */
  private static final class Lines extends Handler {

    private final List<String> all = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      all.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A store that does not answer when it is to forget. */
  private record Hoarder(SnapshotStore kept) implements SnapshotStore {

    @Override
    public long put(RoomCode room, Json snapshot) {
      return kept.put(room, snapshot);
    }

    @Override
    public Optional<Json> get(RoomCode room, long blob) {
      return kept.get(room, blob);
    }

    @Override
    public void remove(RoomCode room, long blob) {
      throw Silent.silent();
    }

    @Override
    public long sizeBytes() {
      return kept.sizeBytes();
    }
  }

  /** A store that other lobbies share, out of reach. */
  private static final class Silent implements RoomStore {

    @Override
    public Optional<Versioned<Room>> find(RoomCode code) {
      throw silent();
    }

    @Override
    public boolean create(Room room) {
      throw silent();
    }

    @Override
    public boolean replace(Versioned<Room> seen, Room next) {
      throw silent();
    }

    @Override
    public boolean remove(Versioned<Room> seen) {
      throw silent();
    }

    @Override
    public long count() {
      return 0;
    }

    @Override
    public List<RoomCode> codes() {
      throw silent();
    }

    @Override
    public boolean isShared() {
      return true;
    }

    private static RoomStoreException silent() {
      return new RoomStoreException("out of reach", new IOException());
    }
  }
}
