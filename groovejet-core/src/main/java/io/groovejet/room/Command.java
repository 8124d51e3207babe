package io.groovejet.room;

import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomEnd;
import java.time.Instant;

/** What can happen to a room. */
public sealed interface Command {

  /**
   * Decides what this command, arriving at {@code now}, makes of {@code room}. Pure: reads no
   * clock, draws no luck, touches no socket, never throws.
   */
  Transition applyTo(Room room, Instant now);

  /** A client joins, comes back, or joins again on the same connection. */
  record Join(Caller caller, JoinTerms terms) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      Turn turn = Deadlines.due(room, now);
      return turn.over() ? turn.end() : Seats.join(turn, caller, terms);
    }
  }

  /** URL dialect: a client connects as host. */
  record Claim(Caller caller) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      Turn turn = Deadlines.due(room, now);
      return turn.over() ? turn.end() : Seats.claim(turn, caller);
    }
  }

  /** A member leaves for good. */
  record Leave(Caller caller) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      return Departures.leave(new Turn(room, now), caller);
    }
  }

  /** A connection is lost; nothing happens if no member speaks by it any more. */
  record Lose(ConnectionId connection) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      return Departures.lose(new Turn(room, now), connection);
    }
  }

  /** A guest's offer goes to the host. */
  record Offer(Caller caller, GuestOffer message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      return Signaling.offer(new Turn(room, now), caller, message);
    }
  }

  /** The host's answer goes to a guest. */
  record Answer(Caller caller, HostAnswer message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      return Signaling.answer(new Turn(room, now), caller, message);
    }
  }

  /** An ICE candidate goes to the other side. */
  record Candidate(Caller caller, IceCandidate message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      return Signaling.candidate(new Turn(room, now), caller, message);
    }
  }

  /** The host asks a guest to offer again. */
  record Reoffer(Caller caller, RequestOffer message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      return Signaling.reoffer(new Turn(room, now), caller, message);
    }
  }

  /** Time has passed: whatever is due happens. Harmless when early, late or repeated. */
  record Tick() implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      return Deadlines.due(room, now).end();
    }
  }

  /** The server closes the room. */
  record End(RoomEnd reason) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now) {
      Turn turn = new Turn(room, now);
      turn.close(reason);
      return turn.end();
    }
  }
}
