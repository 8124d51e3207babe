package io.groovejet;

import io.groovejet.Decisions.Decision;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientMessage.ListRooms;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.room.Command;
import io.groovejet.room.Opening;
import io.groovejet.room.Outbox;
import io.groovejet.room.Room;
import io.groovejet.room.RoomSettings;
import io.groovejet.room.Transition;
import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.SnapshotStore;
import io.groovejet.store.Versioned;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs commands, each in its room's lane, and keeps in step with rooms what hangs on them. */
final class Rooms implements Decisions.Aftermath {

  private static final Logger LOG = System.getLogger(Rooms.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Command TICK = new Command.Tick();
  private static final Command GIVE_UP = new Command.GiveUp();
  private static final Command RESTART = new Command.Restart();

  private final RoomStore store;
  private final SnapshotStore snapshots;
  private final Timekeeper timekeeper;
  private final Switchboard switchboard;
  private final Executor executor;
  private final Herald herald;
  private final Lanes lanes;
  private final Alarms alarms;
  private final Codes codes;
  private final Estates estates;
  private final Showcase showcase = new Showcase();
  private final long mostRooms;
  private final Decisions decisions;

  Rooms(LobbyOptions options, long node, Switchboard switchboard) {
    this.store = options.store();
    this.snapshots = options.snapshots();
    this.timekeeper = options.timekeeper();
    this.switchboard = switchboard;
    this.executor = options.executor();
    this.herald = options.herald();
    this.lanes = new Lanes(executor);
    this.alarms = new Alarms(timekeeper, this::tick);
    this.codes = new Codes(options.names(), timekeeper, store);
    this.mostRooms = options.limits().server().rooms();
    this.estates = new Estates(options.limits().perAddress());
    this.decisions =
        new Decisions(options, code -> new Exchange(code, node, switchboard, options.bus()), this);
  }

  /** Runs {@code command}; {@code done} is told once, after the effects, on any thread. */
  void run(RoomCode code, Command command, Consumer<Outcome> done) {
    lanes.run(code, () -> decisions.decide(code, command, done));
  }

  /** Opens a room under a new code; {@code done} is told once, after the effects. */
  void open(Address maker, Function<RoomCode, Transition> opening, Consumer<Outcome> done) {
    executor.execute(
        () -> {
          try {
            if (isFull(maker)) {
              done.accept(Outcome.FULL);
            } else {
              openAs(codes.next(), opening, done, () -> open(maker, opening, done));
            }
          } catch (RoomStoreException silent) {
            LOG.log(Level.WARNING, "No room can be opened: {0}", silent.getMessage());
            done.accept(Outcome.STORE_DOWN);
          } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "No room can be opened", broken);
            done.accept(Outcome.FAULT);
          }
        });
  }

  private boolean isFull(@Nullable Address maker) {
    return (maker != null && estates.isFull(maker)) || store.count() >= mostRooms;
  }

  /**
   * Opens a room that waits to be claimed. Blocks as long as the store does.
   *
   * @throws TooManyRoomsException if its maker has too many
   */
  Room openClaimable(@Nullable Address maker, Function<RoomCode, RoomSettings> settings) {
    if (isFull(maker)) {
      throw new TooManyRoomsException(store.count());
    }
    while (true) {
      RoomCode code = codes.next();
      Room room = Opening.claimable(code, settings.apply(code), timekeeper.now());
      watch(room); // also if the store fails: the room may be there all the same
      if (store.create(room)) {
        Transition opening = new Transition(room, List.of());
        follow(new Decision(null, opening, null, timekeeper.now()), switchboard);
        return room;
      }
    }
  }

  /** Looks for public rooms; {@code done} is told once, on any thread. */
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
      LOG.log(Level.WARNING, "Rooms cannot be listed: {0}", silent.getMessage());
      return new Failed(Refusal.of(ErrorType.STORE_UNAVAILABLE));
    }
  }

  /** Saves a snapshot: its bytes first, then the header; both or neither. */
  void save(RoomCode code, Command.Save save, Json snapshot, Consumer<Outcome> done) {
    lanes.run(code, () -> storeAndDecide(code, save, snapshot, done));
  }

  /** Takes all connections as lost in whatever the store has kept from an earlier life. */
  void restart() {
    if (!store.isShared()) {
      store.codes().forEach(code -> runUntilDecided(code, RESTART));
    }
  }

  /** The connection is lost, whatever else fails. */
  @Override
  public void lose(RoomCode code, ConnectionId connection) {
    runUntilDecided(code, new Command.Lose(connection));
  }

  int busyLanes() {
    return lanes.busy() + decisions.inDoubt();
  }

  /** How many rooms are listed. */
  int listed() {
    return showcase.size();
  }

  /** How many addresses have rooms. */
  int addresses() {
    return estates.addresses();
  }

  int pendingAlarms() {
    return alarms.pending();
  }

  private void tick(RoomCode code) {
    runUntilDecided(code, TICK);
  }

  /** Runs a command that must not be lost: again and again until the store answers. */
  private void runUntilDecided(RoomCode code, Command command) {
    run(
        code,
        command,
        outcome -> {
          if (outcome == Outcome.STORE_DOWN || outcome == Outcome.FAULT) {
            later(() -> runUntilDecided(code, command));
          }
        });
  }

  private void later(Runnable task) {
    timekeeper.wakeAt(timekeeper.now().plus(RETRY), task);
  }

  private void openAs(
      RoomCode code,
      Function<RoomCode, Transition> opening,
      Consumer<Outcome> done,
      Runnable ifTaken) {
    lanes.run(
        code,
        () -> {
          if (!decisions.begin(opening.apply(code), done)) {
            ifTaken.run();
          }
        });
  }

  private void storeAndDecide(
      RoomCode code, Command.Save save, Json snapshot, Consumer<Outcome> done) {
    Command.Save next = save;
    try {
      Optional<Versioned<Room>> seen = store.find(code);
      if (seen.isPresent() && !save.isHopeless(seen.get().value(), timekeeper.now())) {
        next = save.storedAs(snapshots.put(code, snapshot));
      }
    } catch (RoomStoreException silent) {
      LOG.log(Level.WARNING, "A snapshot was not stored: {0}", silent.getMessage());
      done.accept(Outcome.STORE_DOWN);
      return;
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "A snapshot was not stored", broken);
      done.accept(Outcome.FAULT);
      return;
    }
    Command.Save decided = next;
    decisions.decide(
        code,
        decided,
        outcome -> {
          boolean lost = outcome == Outcome.NO_ROOM || outcome == Outcome.STORE_DOWN;
          if (lost && decided.isStored()) {
            switchboard.forget(code, decided.blob());
          }
          done.accept(outcome);
        });
  }

  @Override
  public void lookAgain(RoomCode code) {
    later(
        () ->
            lanes.run(
                code,
                () -> {
                  if (!decisions.isSettled(code)) {
                    lookAgain(code);
                  }
                }));
  }

  /** Keeps what hangs on a room in step with it: its alarm, its code, what its host may send. */
  @Override
  @SuppressWarnings("ReferenceEquality") // with an unchanged room nothing is out of step
  public void follow(Decision decision, Outbox outbox) {
    Room before = decision.before();
    Room room = decision.transition().room();
    if (room == before && decision.command() != TICK) {
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
            && decision.command() != RESTART
            && room.nextDeadline().equals(before.nextDeadline());
    if (decision.command() == TICK || !sameDeadline) {
      watch(room);
    }
  }

  /** Counts and shows rooms, unless other lobbies open and end rooms too. */
  private void count(@Nullable Room before, @Nullable Room room) {
    if (!store.isShared()) {
      showcase.follow(before, room);
      estates.follow(before, room).ifPresent(code -> runUntilDecided(code, GIVE_UP));
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

  private void watch(Room room) {
    room.nextDeadline().ifPresent(deadline -> alarms.set(room.code(), deadline));
  }
}
