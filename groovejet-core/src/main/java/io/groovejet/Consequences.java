package io.groovejet;

import io.groovejet.Decisions.Decision;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Command;
import io.groovejet.room.Outbox;
import io.groovejet.room.Room;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What hangs on rooms: alarms, codes, counts, lists, listeners, what their hosts may send. */
final class Consequences {

  private final Herald herald;
  private final Alarms alarms;
  private final Codes codes;
  private final Estates estates;
  private final Listings listings;
  private final boolean isShared;
  private final Consumer<RoomCode> giveUp;

  /**
   * Nothing hangs on anything yet.
   *
   * @param tick looks at a room whose time has come
   * @param giveUp ends a room that is one too many
   */
  Consequences(
      LobbyOptions options, Codes codes, Consumer<RoomCode> tick, Consumer<RoomCode> giveUp) {
    this.herald = options.herald();
    this.alarms = new Alarms(options.timekeeper(), tick);
    this.codes = codes;
    this.estates = new Estates(options.limits().perAddress());
    this.listings = new Listings(options);
    this.isShared = options.store().isShared();
    this.giveUp = giveUp;
  }

  /** Whether the address has all the rooms it may have. */
  boolean isFull(Address maker) {
    return estates.isFull(maker);
  }

  Listings listings() {
    return listings;
  }

  /** How many addresses have rooms. */
  int addresses() {
    return estates.addresses();
  }

  int pendingAlarms() {
    return alarms.pending();
  }

  /** Keeps what hangs on a room in step with it: its alarm, its code, what its host may send. */
  @SuppressWarnings("ReferenceEquality") // with an unchanged room nothing is out of step
  void follow(Decision decision, Outbox outbox) {
    Room before = decision.before();
    Room room = decision.transition().room();
    if (room == before && !(decision.command() instanceof Command.Tick)) {
      return;
    }
    count(before, room);
    followHost(before, room, outbox);
    chronicle(decision);
    if (room == null) {
      Optional.ofNullable(before).map(Room::code).ifPresent(codes::retire);
      return;
    }
    boolean sameDeadline =
        before != null
            && !(decision.command() instanceof Command.Restart)
            && room.nextDeadline().equals(before.nextDeadline());
    if (decision.command() instanceof Command.Tick || !sameDeadline) {
      watch(room);
    }
  }

  /** Counts and shows rooms, unless other lobbies open and end rooms too. */
  private void count(@Nullable Room before, @Nullable Room room) {
    if (!isShared) {
      listings.follow(before, room);
      estates.follow(before, room).ifPresent(giveUp);
    }
  }

  private void chronicle(Decision decision) {
    if (herald.isHeard()) {
      Chronicle.of(
              decision.before(), decision.transition().room(), decision.command(), decision.at())
          .forEach(herald::tell);
    }
  }

  private static void followHost(@Nullable Room before, @Nullable Room room, Outbox outbox) {
    Optional<ConnectionId> hostBefore = Optional.ofNullable(before).flatMap(Room::hostConnection);
    Optional<ConnectionId> host = Optional.ofNullable(room).flatMap(Room::hostConnection);
    boolean sameHost = host.equals(hostBefore);
    if (!sameHost) {
      hostBefore.ifPresent(old -> outbox.hosting(old, 0));
    }
    int seats = room == null ? 0 : room.clients().size();
    if (!sameHost || before == null || before.clients().size() != seats) {
      host.ifPresent(connection -> outbox.hosting(connection, seats));
    }
  }

  /** Has the room looked at again when it next changes by itself. */
  void watch(Room room) {
    room.nextDeadline().ifPresent(deadline -> alarms.set(room.code(), deadline));
  }
}
