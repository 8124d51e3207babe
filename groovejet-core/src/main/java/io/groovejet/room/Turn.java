package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.RoomClosed;
import io.groovejet.protocol.SnapshotView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One command's work on one room: the rules change the room step by step and note the effects. It
 * lives as long as {@link Command#applyTo} and is seen by one thread.
 */
final class Turn {

  private final Instant now;
  private final HostElection election;
  private final List<Effect> effects = new ArrayList<>(4);
  private Room room; // what the rules have made of it so far
  private boolean over; // the room is closed
  private @Nullable Caller answered; // whose request the next message to it answers

  Turn(Room room, Instant now, HostElection election) {
    this.room = room;
    this.now = now;
    this.election = election;
  }

  HostElection election() {
    return election;
  }

  Instant now() {
    return now;
  }

  Room room() {
    return room;
  }

  boolean over() {
    return over;
  }

  void room(Room next) {
    room = next;
  }

  /** The time from now to {@code instant}, never negative. */
  Duration until(Instant instant) {
    return instant.isBefore(now) ? Duration.ZERO : Duration.between(now, instant);
  }

  void reply(Caller caller, ServerMessage message) {
    effects.add(new Effect.Tell(caller.connection(), message, caller.requestId()));
  }

  void refuse(Caller caller, Refusal refusal) {
    reply(caller, new Failed(refusal));
  }

  void refuse(Caller caller, ErrorType type) {
    refuse(caller, Refusal.of(type));
  }

  /** The next message that reaches the caller, whoever else hears it, answers its request. */
  void answering(Caller caller) {
    answered = caller;
  }

  void tell(ConnectionId to, ServerMessage message) {
    Caller caller = answered;
    if (caller != null && caller.connection().equals(to)) {
      answered = null;
      reply(caller, message);
    } else {
      effects.add(new Effect.Tell(to, message, null));
    }
  }

  void tell(Client client, ServerMessage message) {
    Optional.ofNullable(client.connection()).ifPresent(to -> tell(to, message));
  }

  void tellAll(ServerMessage message) {
    tellOthers(ClientId.NOBODY, message);
  }

  /** Tells every connected member but {@code self}. */
  void tellOthers(ClientId self, ServerMessage message) {
    List<ConnectionId> to = new ArrayList<>(room.clients().size());
    for (Client client : room.clients()) {
      if (client.connection() != null && !client.id().equals(self)) {
        to.add(client.connection());
      }
    }
    Caller caller = answered;
    if (caller != null && to.remove(caller.connection())) {
      tell(caller.connection(), message);
    }
    if (!to.isEmpty()) {
      effects.add(new Effect.TellAll(to, message));
    }
  }

  void also(Effect effect) {
    effects.add(effect);
  }

  /** Closes the room, telling whoever is there. */
  void close(RoomEnd reason) {
    close(reason, null);
  }

  /** The same with a word of its host. */
  void close(RoomEnd reason, @Nullable String detail) {
    tellAll(new RoomClosed(room.code(), reason, detail));
    vanish();
  }

  /** Ends the room without a word. */
  void vanish() {
    for (Client client : room.clients()) {
      Optional.ofNullable(client.connection()).map(Effect.Exit::new).ifPresent(effects::add);
    }
    room.snapshots().headers().stream()
        .map(header -> new Effect.Forget(room.code(), header.blob()))
        .forEach(effects::add);
    over = true;
  }

  /** The newest snapshot as clients are told of it, null for none. */
  @Nullable SnapshotView latestSnapshot() {
    return room.snapshots().latest().map(header -> header.view(now)).orElse(null);
  }

  /** The room was over before the caller's message came. */
  Transition endWithout(Caller caller, ErrorType type) {
    refuse(caller, type);
    return end();
  }

  Transition end() {
    return new Transition(over ? null : room, effects);
  }
}
