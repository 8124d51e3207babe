package io.groovejet;

import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Command;
import io.groovejet.room.Effect;
import io.groovejet.room.HostElection;
import io.groovejet.room.Opening;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs commands, each in its room's lane: find the room, apply, save, and only then carry out the
 * effects. A lost race is run again on the room as it is now.
 */
final class Rooms {

  private static final Logger LOG = System.getLogger(Rooms.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Command TICK = new Command.Tick();
  private static final Command RESTART = new Command.Restart();

  private final RoomStore store;
  private final SnapshotStore snapshots;
  private final Timekeeper timekeeper;
  private final HostElection election;
  private final Switchboard switchboard;
  private final Executor executor;
  private final Lanes lanes;
  private final Alarms alarms;
  private final Codes codes;

  Rooms(LobbyOptions options, Switchboard switchboard) {
    this.store = options.store();
    this.snapshots = options.snapshots();
    this.timekeeper = options.timekeeper();
    this.election = options.election();
    this.switchboard = switchboard;
    this.executor = options.executor();
    this.lanes = new Lanes(executor);
    this.alarms = new Alarms(timekeeper, this::tick);
    this.codes = new Codes(options.names(), timekeeper, store);
  }

  /** Runs {@code command}; {@code done} is told once, after the effects, on any thread. */
  void run(RoomCode code, Command command, Consumer<Outcome> done) {
    lanes.run(code, () -> done.accept(apply(code, command)));
  }

  /** Opens a room under a new code; {@code done} is told once, after the effects. */
  void open(Function<RoomCode, Transition> opening, Consumer<Outcome> done) {
    executor.execute(
        () -> {
          try {
            openAs(codes.next(), opening, done);
          } catch (RoomStoreException silent) {
            done.accept(down(silent));
          } catch (RuntimeException broken) {
            done.accept(fault(broken));
          }
        });
  }

  /** Opens a room that waits to be claimed. Blocks as long as the store does. */
  Room openClaimable(RoomSettings settings) {
    Room room = Opening.claimable(codes.next(), settings, timekeeper.now());
    while (!store.create(room)) {
      room = Opening.claimable(codes.next(), settings, timekeeper.now());
    }
    watch(room);
    return room;
  }

  /** Saves a snapshot: its bytes first, then the header; both or neither. */
  void save(RoomCode code, Command.Save save, Json snapshot, Consumer<Outcome> done) {
    lanes.run(code, () -> done.accept(storeAndApply(code, save, snapshot)));
  }

  /** Takes all connections as lost in whatever the store has kept from an earlier life. */
  void restart() {
    if (!store.isShared()) {
      store.codes().forEach(code -> lanes.run(code, () -> apply(code, RESTART)));
    }
  }

  /** The connection is lost, whatever else fails: tried until the store answers. */
  void lose(RoomCode code, ConnectionId connection) {
    run(
        code,
        new Command.Lose(connection),
        outcome -> {
          if (outcome == Outcome.STORE_DOWN) {
            timekeeper.wakeAt(timekeeper.now().plus(RETRY), () -> lose(code, connection));
          }
        });
  }

  int busyLanes() {
    return lanes.busy();
  }

  int pendingAlarms() {
    return alarms.pending();
  }

  private void tick(RoomCode code) {
    lanes.run(
        code,
        () -> {
          if (apply(code, TICK) == Outcome.STORE_DOWN) {
            alarms.set(code, timekeeper.now().plus(RETRY));
          }
        });
  }

  private void openAs(
      RoomCode code, Function<RoomCode, Transition> opening, Consumer<Outcome> done) {
    lanes.run(
        code,
        () -> {
          Optional<Outcome> outcome = tryToOpen(opening.apply(code));
          outcome.ifPresentOrElse(done, () -> open(opening, done));
        });
  }

  private Optional<Outcome> tryToOpen(Transition opening) {
    try {
      Room room = opening.next().orElseThrow();
      if (!store.create(room)) {
        return Optional.empty();
      }
      carryOut(opening.effects());
      room.hostConnection().ifPresent(host -> switchboard.hosts(host, room.clients().size()));
      watch(room);
      return Optional.of(Outcome.DECIDED);
    } catch (RoomStoreException silent) {
      return Optional.of(down(silent));
    } catch (RuntimeException broken) {
      return Optional.of(fault(broken));
    }
  }

  private Outcome storeAndApply(RoomCode code, Command.Save save, Json snapshot) {
    try {
      Optional<Versioned<Room>> seen = store.find(code);
      if (seen.isEmpty() || save.isHopeless(seen.get().value(), timekeeper.now())) {
        return apply(code, save);
      }
      long blob = snapshots.put(code, snapshot);
      Outcome outcome = apply(code, save.storedAs(blob));
      if (outcome == Outcome.NO_ROOM) {
        switchboard.forget(code, blob);
      }
      return outcome;
    } catch (RoomStoreException silent) {
      return down(silent);
    } catch (RuntimeException broken) {
      return fault(broken);
    }
  }

  private Outcome apply(RoomCode code, Command command) {
    try {
      Optional<Versioned<Room>> seen = store.find(code);
      while (seen.isPresent()) {
        Room before = seen.get().value();
        Transition transition = command.applyTo(before, timekeeper.now(), election);
        if (save(seen.get(), transition)) {
          carryOut(transition.effects());
          follow(before, transition, command);
          return Outcome.DECIDED;
        }
        seen = store.find(code);
      }
      return Outcome.NO_ROOM;
    } catch (RoomStoreException silent) {
      return down(silent);
    } catch (RuntimeException broken) {
      return fault(broken);
    }
  }

  @SuppressWarnings("ReferenceEquality") // an unchanged room is the same object and is not written
  private boolean save(Versioned<Room> seen, Transition transition) {
    Room next = transition.room();
    if (next == null) {
      boolean removed = store.remove(seen);
      if (removed) {
        codes.retire(seen.value().code());
      }
      return removed;
    }
    return next == seen.value() || store.replace(seen, next);
  }

  private void carryOut(List<Effect> effects) {
    for (Effect effect : effects) {
      effect.carryOut(switchboard);
    }
  }

  /** Keeps what hangs on a room in step with it: its alarm, and what its host may send. */
  @SuppressWarnings("ReferenceEquality") // with an unchanged room nothing is out of step
  private void follow(Room before, Transition transition, Command command) {
    Room room = transition.room();
    if (room == before && command != TICK) {
      return;
    }
    Optional<ConnectionId> hostBefore = before.hostConnection();
    if (room == null) {
      hostBefore.ifPresent(switchboard::hostsNoMore);
      return;
    }
    Optional<ConnectionId> host = room.hostConnection();
    if (!host.equals(hostBefore)) {
      hostBefore.ifPresent(switchboard::hostsNoMore);
    }
    if (!host.equals(hostBefore) || room.clients().size() != before.clients().size()) {
      host.ifPresent(connection -> switchboard.hosts(connection, room.clients().size()));
    }
    Optional<Instant> deadline = room.nextDeadline();
    if (command == TICK || command == RESTART || !deadline.equals(before.nextDeadline())) {
      watch(room);
    }
  }

  private void watch(Room room) {
    room.nextDeadline().ifPresent(deadline -> alarms.set(room.code(), deadline));
  }

  private static Outcome down(RoomStoreException silent) {
    LOG.log(Level.WARNING, "The room store does not answer: {0}", silent.getMessage());
    return Outcome.STORE_DOWN;
  }

  private static Outcome fault(RuntimeException broken) {
    LOG.log(Level.ERROR, "A command failed", broken);
    return Outcome.FAULT;
  }
}
