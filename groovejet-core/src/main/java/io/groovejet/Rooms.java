package io.groovejet;

import io.groovejet.Decisions.Decision;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
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
  private final Complaints complaints;
  private final Timekeeper timekeeper;
  private final Switchboard switchboard;
  private final Executor executor;
  private final Lanes lanes;
  private final Codes codes;
  private final long mostRooms;
  private final Decisions decisions;
  private final Consequences consequences;

  Rooms(LobbyOptions options, long node, Switchboard switchboard) {
    this.store = options.store();
    this.snapshots = options.snapshots();
    this.timekeeper = options.timekeeper();
    this.complaints = new Complaints(Rooms.class, options.timekeeper());
    this.switchboard = switchboard;
    this.executor = options.executor();
    this.lanes = new Lanes(executor, options.relief());
    this.codes = new Codes(options.names(), timekeeper, store);
    this.mostRooms = options.limits().server().rooms();
    this.consequences =
        new Consequences(options, codes, this::tick, code -> runUntilDecided(code, GIVE_UP));
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
            complaints.warn("No room can be opened: {0}", silent);
            done.accept(Outcome.STORE_DOWN);
          } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "No room can be opened", broken);
            done.accept(Outcome.FAULT);
          }
        });
  }

  private boolean isFull(@Nullable Address maker) {
    return (maker != null && consequences.isFull(maker)) || store.count() >= mostRooms;
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
      consequences.watch(room); // also if the store fails: the room may be there all the same
      if (store.create(room)) {
        Transition opening = new Transition(room, List.of());
        consequences.follow(new Decision(null, opening, null, timekeeper.now()), switchboard);
        return room;
      }
    }
  }

  /** Which rooms are public. */
  Listings listings() {
    return consequences.listings();
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

  /** What hangs on the rooms. */
  Consequences consequences() {
    return consequences;
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
      complaints.warn("A snapshot was not stored: {0}", silent);
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

  @Override
  public void follow(Decision decision, Outbox outbox) {
    consequences.follow(decision, outbox);
  }
}
