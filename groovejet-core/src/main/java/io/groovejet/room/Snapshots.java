package io.groovejet.room;

import io.groovejet.protocol.ClientMessage.LoadSnapshot;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.ServerMessage.SnapshotSaved;
import java.time.Duration;
import java.util.Optional;

/** Saving and loading the game's state (protocol section 7). */
final class Snapshots {

  private Snapshots() {}

  /** Why the save is refused; empty when it is not. */
  static Optional<Refusal> objection(Turn turn, Command.Save save) {
    Room room = turn.room();
    Optional<Refusal> objection = Authority.objection(room, save.caller(), save.hostEpoch());
    Duration wait = room.snapshots().wait(turn.now());
    if (objection.isPresent()) {
      return objection;
    }
    if (save.flaw() != null) {
      return Optional.of(save.flaw());
    }
    return wait.isZero()
        ? Optional.empty()
        : Optional.of(Refusal.of(ErrorType.RATE_LIMITED).retryAfter(wait));
  }

  static Transition save(Turn turn, Command.Save save) {
    Optional<Refusal> objection = objection(turn, save);
    if (objection.isPresent()) {
      turn.refuse(save.caller(), objection.get());
      if (save.isStored()) {
        turn.also(new Effect.Forget(turn.room().code(), save.blob()));
      }
      return turn.end();
    }
    Room room = turn.room();
    SnapshotShelf before = room.snapshots();
    long epoch = room.host().epoch();
    SnapshotHeader header =
        new SnapshotHeader(
            before.lastVersion() + 1,
            epoch,
            turn.now(),
            save.sizeBytes(),
            save.label(),
            save.blob());
    SnapshotShelf after = before.with(header, turn.now());
    turn.room(room.shelving(after));
    turn.reply(save.caller(), new SnapshotSaved(header.version(), epoch, save.sizeBytes()));
    before.headers().stream()
        .filter(old -> !after.headers().contains(old))
        .forEach(old -> turn.also(new Effect.Forget(room.code(), old.blob())));
    return turn.end();
  }

  static Transition load(Turn turn, Caller caller, LoadSnapshot message) {
    Room room = turn.room();
    Vacancy vacancy = room.vacancy();
    boolean candidate = vacancy != null && vacancy.asks(caller.client());
    Optional<SnapshotHeader> header = room.snapshots().find(message.snapshotVersion());
    if (room.speaker(caller.connection()).isEmpty()) {
      turn.refuse(caller, ErrorType.NOT_IN_ROOM);
    } else if (!candidate && !room.host().heldBy(caller.client())) {
      turn.refuse(caller, ErrorType.NOT_HOST);
    } else if (header.isEmpty()) {
      turn.refuse(caller, ErrorType.NO_SNAPSHOT_FOUND);
    } else {
      turn.also(
          new Effect.Fetch(
              caller.connection(),
              room.code(),
              header.get().view(turn.now()),
              header.get().blob(),
              caller.requestId()));
    }
    return turn.end();
  }
}
