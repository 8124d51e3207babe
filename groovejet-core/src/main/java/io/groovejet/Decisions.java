package io.groovejet;

import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Client;
import io.groovejet.room.Command;
import io.groovejet.room.Effect;
import io.groovejet.room.HostElection;
import io.groovejet.room.Outbox;
import io.groovejet.room.Room;
import io.groovejet.room.Transition;
import io.groovejet.store.RoomStore;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.Versioned;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has rooms decide: find the room, apply, save, and only then carry out the effects. A lost race is
 * decided again on the room as it is now.
 *
 * <p>A write during which the store failed may have happened. Until the store answers, nothing is
 * said of it and nothing else decided about that room.
 *
 * <p>Threads: calls for one room come one at a time.
 */
final class Decisions {

  private static final Logger LOG = System.getLogger(Decisions.class.getName());

  private final ConcurrentMap<RoomCode, Doubt> doubts = new ConcurrentHashMap<>();
  private final RoomStore store;
  private final Timekeeper timekeeper;
  private final HostElection election;
  private final Function<RoomCode, Outbox> outboxes;
  private final Aftermath aftermath;
  private final Complaints complaints;

  /** What hangs on decisions. */
  interface Aftermath {

    /** What was decided is stored and said. */
    void follow(Decision decision, Outbox outbox);

    /** The store is to be asked again about a write in doubt. */
    void lookAgain(RoomCode code);

    /** A connection counts as lost, whatever it knows of the room. */
    void lose(RoomCode code, ConnectionId connection);
  }

  /**
   * What a command makes of a room.
   *
   * @param seen the room before, null for a new one
   * @param command the command, null for a new room
   * @param at when it was decided
   */
  record Decision(
      @Nullable Versioned<Room> seen,
      Transition transition,
      @Nullable Command command,
      Instant at) {

    @Nullable Room before() {
      return seen == null ? null : seen.value();
    }

    RoomCode code() {
      return seen == null ? transition.next().orElseThrow().code() : seen.value().code();
    }

    boolean happened(Optional<Versioned<Room>> found) {
      return found.map(Versioned::value).equals(transition.next());
    }

    boolean didNotHappen(Optional<Versioned<Room>> found) {
      return seen == null || found.filter(now -> now.version() == seen.version()).isPresent();
    }

    List<ConnectionId> connections() {
      return Stream.concat(Stream.ofNullable(before()), transition.next().stream())
          .flatMap(room -> room.clients().stream())
          .map(Client::connection)
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }
  }

  /** A decision whose write may have happened, and who waits for it. */
  private record Doubt(Decision decision, Consumer<Outcome> done) {}

  Decisions(LobbyOptions options, Function<RoomCode, Outbox> outboxes, Aftermath aftermath) {
    this.store = options.store();
    this.timekeeper = options.timekeeper();
    this.election = options.election();
    this.outboxes = outboxes;
    this.aftermath = aftermath;
    this.complaints = new Complaints(Decisions.class, options.timekeeper());
  }

  /** Has the room decide about {@code command}; {@code done} is told once, after the effects. */
  void decide(RoomCode code, Command command, Consumer<Outcome> done) {
    Outcome outcome;
    try {
      outcome = isSettled(code) ? decideOnLatest(code, command, done) : Outcome.STORE_DOWN;
    } catch (RoomStoreException silent) {
      outcome = down(silent);
    } catch (RuntimeException broken) {
      outcome = fault(broken);
    }
    tell(done, outcome);
  }

  /**
   * Adds a room; {@code done} is told once, after the effects.
   *
   * @return false, with {@code done} told nothing, when the code is taken
   */
  boolean begin(Transition opening, Consumer<Outcome> done) {
    Decision decision = new Decision(null, opening, null, timekeeper.now());
    Room room = opening.next().orElseThrow();
    Outcome outcome;
    try {
      if (!store.create(room)) {
        return false;
      }
      outcome = carryOut(decision);
    } catch (RoomStoreException unsure) {
      outcome = doubt(room.code(), new Doubt(decision, done), unsure);
    } catch (RuntimeException broken) {
      outcome = fault(broken);
    }
    tell(done, outcome);
    return true;
  }

  /** Whether no write is in doubt, after the store was asked about one that was. */
  boolean isSettled(RoomCode code) {
    Doubt doubt = doubts.isEmpty() ? null : doubts.get(code);
    if (doubt == null) {
      return true;
    }
    Optional<Versioned<Room>> found;
    try {
      found = store.find(code);
    } catch (RoomStoreException stillSilent) {
      return false;
    }
    doubts.remove(code);
    tell(doubt.done, settle(doubt.decision, found));
    return true;
  }

  /** How many writes are in doubt. */
  int inDoubt() {
    return doubts.size();
  }

  private Outcome decideOnLatest(RoomCode code, Command command, Consumer<Outcome> done) {
    Optional<Versioned<Room>> seen = store.find(code);
    while (seen.isPresent()) {
      Room before = seen.get().value();
      Instant now = timekeeper.now();
      Transition transition = command.applyTo(before, now, election);
      Decision decision = new Decision(seen.get(), transition, command, now);
      try {
        if (save(seen.get(), transition)) {
          return carryOut(decision);
        }
      } catch (RoomStoreException unsure) {
        return doubt(code, new Doubt(decision, done), unsure);
      }
      seen = store.find(code);
    }
    return Outcome.NO_ROOM;
  }

  @SuppressWarnings("ReferenceEquality") // an unchanged room is the same object and is not written
  private boolean save(Versioned<Room> seen, Transition transition) {
    Room next = transition.room();
    if (next == null) {
      return store.remove(seen);
    }
    return next == seen.value() || store.replace(seen, next);
  }

  private Outcome doubt(RoomCode code, Doubt doubt, RoomStoreException unsure) {
    down(unsure);
    doubts.put(code, doubt);
    if (!isSettled(code)) {
      aftermath.lookAgain(code);
    }
    return Outcome.IN_DOUBT;
  }

  private Outcome settle(Decision decision, Optional<Versioned<Room>> found) {
    if (decision.happened(found)) {
      return carryOut(decision);
    }
    if (!decision.didNotHappen(found)) {
      startOver(decision);
    }
    return Outcome.STORE_DOWN;
  }

  /** Another lobby wrote since, so nobody can tell: all members come back and see. */
  private void startOver(Decision decision) {
    Outbox outbox = outboxes.apply(decision.code());
    List<ConnectionId> members = decision.connections();
    members.forEach(member -> outbox.hangUp(member, CloseReason.RESTART));
    members.forEach(member -> aftermath.lose(decision.code(), member));
  }

  private Outcome carryOut(Decision decision) {
    try {
      Outbox outbox = outboxes.apply(decision.code());
      for (Effect effect : decision.transition.effects()) {
        effect.carryOut(outbox);
      }
      aftermath.follow(decision, outbox);
      return Outcome.DECIDED;
    } catch (RoomStoreException silent) {
      return down(silent);
    } catch (RuntimeException broken) {
      return fault(broken);
    }
  }

  private static void tell(Consumer<Outcome> done, Outcome outcome) {
    if (outcome != Outcome.IN_DOUBT) {
      done.accept(outcome);
    }
  }

  private Outcome down(RoomStoreException silent) {
    complaints.warn("The room store does not answer: {0}", silent);
    return Outcome.STORE_DOWN;
  }

  private static Outcome fault(RuntimeException broken) {
    LOG.log(Level.ERROR, "A command failed", broken);
    return Outcome.FAULT;
  }
}
