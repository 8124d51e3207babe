package io.groovejet;

import io.groovejet.protocol.ClientMessage.ListRooms;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.room.Room;
import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers whoever looks for public rooms. From any thread. */
final class Listings {

  private final RoomStore store;
  private final Executor executor;
  private final Complaints complaints;
  private final Showcase showcase = new Showcase();

  Listings(LobbyOptions options) {
    this.store = options.store();
    this.executor = options.executor();
    this.complaints = new Complaints(Listings.class, options.timekeeper());
  }

  /** Keeps in step with a room of this lobby alone. */
  void follow(@Nullable Room before, @Nullable Room room) {
    showcase.follow(before, room);
  }

  /** How many rooms are listed. */
  int size() {
    return showcase.size();
  }

  /** Looks for rooms; {@code done} is told once, on any thread. */
  void list(ListRooms asked, Showcase.@Nullable Place after, Consumer<ServerMessage> done) {
    if (store.isShared()) {
      executor.execute(() -> done.accept(listOfAll(asked, after)));
    } else {
      done.accept(showcase.list(asked, after));
    }
  }

  /** What other lobbies do to rooms is only known by looking at all of them. */
  private ServerMessage listOfAll(ListRooms asked, Showcase.@Nullable Place after) {
    try {
      Showcase all = new Showcase();
      store.codes().stream()
          .flatMap(code -> store.find(code).stream())
          .forEach(found -> all.follow(null, found.value()));
      return all.list(asked, after);
    } catch (RoomStoreException silent) {
      complaints.warn("Rooms cannot be listed: {0}", silent);
      return new Failed(Refusal.of(ErrorType.STORE_UNAVAILABLE));
    }
  }
}
