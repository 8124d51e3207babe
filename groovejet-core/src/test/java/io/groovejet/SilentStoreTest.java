package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Room;
import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that does not answer is complained about, but not at the pace of strangers. */
final class SilentStoreTest {

  private final Logger decisions = Logger.getLogger(Decisions.class.getName());
  private final Logger listings = Logger.getLogger(Listings.class.getName());
  private final Lines lines = new Lines();
  private final Conversation talk = Conversation.begin(builder -> builder.store(new Silent()));
  private final Speaker ada = talk.connects("ada");

  @BeforeEach
  void listenToTheLog() {
    decisions.addHandler(lines);
    listings.addHandler(lines);
  }

  @AfterEach
  void everythingWasHeard() {
    decisions.removeHandler(lines);
    listings.removeHandler(lines);
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
