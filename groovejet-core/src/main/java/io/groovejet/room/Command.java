package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.CloseRoom;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.HostDeclined;
import io.groovejet.protocol.ClientMessage.HostReady;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.LinkState;
import io.groovejet.protocol.ClientMessage.LoadSnapshot;
import io.groovejet.protocol.ClientMessage.RemoveClient;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ClientMessage.TransferHost;
import io.groovejet.protocol.ClientMessage.UpdateClient;
import io.groovejet.protocol.ClientMessage.UpdateRoom;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a room. */
public sealed interface Command {

  /**
   * Decides what this command, arriving at {@code now}, makes of {@code room}. Pure: reads no
   * clock, draws no luck, touches no socket, never throws.
   *
   * @param election who is asked first if the room needs a host
   */
  Transition applyTo(Room room, Instant now, HostElection election);

  /** The same with the protocol's rule of succession. */
  default Transition applyTo(Room room, Instant now) {
    return applyTo(room, now, HostElection.byPriority());
  }

  /**
   * A client joins, comes back, or joins again on the same connection.
   *
   * @param lockedFor how long newcomers from its address are refused for too many wrong guesses,
   *     null when they are not
   */
  record Join(Caller caller, JoinTerms terms, @Nullable Duration lockedFor) implements Command {

    /** A client whose address has not guessed too much. */
    public Join(Caller caller, JoinTerms terms) {
      this(caller, terms, null);
    }

    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      Turn turn = Deadlines.due(room, now, election);
      return turn.over() ? Seats.foundNoRoom(turn, caller, lockedFor) : Seats.join(turn, this);
    }
  }

  /**
   * URL dialect: a client connects as host.
   *
   * @param lockedFor as of {@link Join}
   */
  record Claim(Caller caller, @Nullable Duration lockedFor) implements Command {

    /** A client whose address has not guessed too much. */
    public Claim(Caller caller) {
      this(caller, null);
    }

    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      Turn turn = Deadlines.due(room, now, election);
      return turn.over() ? Seats.foundNoRoom(turn, caller, lockedFor) : Seats.claim(turn, this);
    }
  }

  /** A member leaves for good. */
  record Leave(Caller caller) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Departures.leave(new Turn(room, now, election), caller);
    }
  }

  /** A connection is lost; nothing happens if no member speaks by it any more. */
  record Lose(ConnectionId connection) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Departures.lose(new Turn(room, now, election), connection);
    }
  }

  /** A guest's offer goes to the host. */
  record Offer(Caller caller, GuestOffer message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Signaling.offer(new Turn(room, now, election), caller, message);
    }
  }

  /** The host's answer goes to a guest. */
  record Answer(Caller caller, HostAnswer message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Signaling.answer(new Turn(room, now, election), caller, message);
    }
  }

  /** An ICE candidate goes to the other side. */
  record Candidate(Caller caller, IceCandidate message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Signaling.candidate(new Turn(room, now, election), caller, message);
    }
  }

  /** The host asks a guest to offer again. */
  record Reoffer(Caller caller, RequestOffer message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Signaling.reoffer(new Turn(room, now, election), caller, message);
    }
  }

  /** A guest tells of its link to the host. */
  record Report(Caller caller, LinkState message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Mandates.link(new Turn(room, now, election), caller, message);
    }
  }

  /** A member says something new of itself. */
  record Update(Caller caller, UpdateClient message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Mandates.update(new Turn(room, now, election), caller, message);
    }
  }

  /** A candidate takes the role of host. */
  record Ready(Caller caller, HostReady message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      Turn turn = Deadlines.due(room, now, election);
      return turn.over()
          ? turn.endWithout(caller, ErrorType.NOT_IN_ROOM)
          : Mandates.ready(turn, caller, message);
    }
  }

  /** A candidate does not take it. */
  record Decline(Caller caller, HostDeclined message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Mandates.declined(new Turn(room, now, election), caller, message);
    }
  }

  /** A candidate may not take it, which it was told already. */
  record Forgo(Caller caller, HostDeclined message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Mandates.forgone(new Turn(room, now, election), caller, message);
    }
  }

  /** The host hands its role over. */
  record Transfer(Caller caller, TransferHost message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Mandates.transfer(new Turn(room, now, election), caller, message);
    }
  }

  /**
   * The host saves a snapshot whose bytes are in the store already.
   *
   * @param sizeBytes its size in bytes of JSON
   * @param flaw what is wrong with the snapshot itself, null for nothing
   * @param blob the name of its bytes
   */
  record Save(
      Caller caller,
      int sizeBytes,
      @Nullable String label,
      @Nullable Long hostEpoch,
      @Nullable Refusal flaw,
      long blob)
      implements Command {

    /** In place of a name while the bytes are not stored. */
    private static final long NOT_STORED = -1;

    /** A save whose bytes are not stored yet. */
    public Save(
        Caller caller,
        int sizeBytes,
        @Nullable String label,
        @Nullable Long hostEpoch,
        @Nullable Refusal flaw) {
      this(caller, sizeBytes, label, hostEpoch, flaw, NOT_STORED);
    }

    /** Whether its bytes are stored. */
    public boolean isStored() {
      return blob != NOT_STORED;
    }

    /** Whether it would be refused, so that its bytes need not be stored. */
    public boolean isHopeless(Room room, Instant now) {
      Turn turn = new Turn(room, now, HostElection.byPriority());
      return Snapshots.objection(turn, this).isPresent();
    }

    /** The same, now that its bytes are stored. */
    public Save storedAs(long name) {
      return new Save(caller, sizeBytes, label, hostEpoch, flaw, name);
    }

    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Snapshots.save(new Turn(room, now, election), this);
    }
  }

  /** The host or its candidate asks for a snapshot. */
  record Load(Caller caller, LoadSnapshot message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Snapshots.load(new Turn(room, now, election), caller, message);
    }
  }

  /**
   * The host changes the room.
   *
   * @param password the digest of the new password, null for none
   */
  record Furnish(Caller caller, UpdateRoom message, @Nullable Secret password) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Management.update(new Turn(room, now, election), this);
    }
  }

  /** The host sends a member away. */
  record Remove(Caller caller, RemoveClient message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Management.remove(new Turn(room, now, election), caller, message);
    }
  }

  /** The host ends the room. */
  record Close(Caller caller, CloseRoom message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Management.close(new Turn(room, now, election), caller, message);
    }
  }

  /**
   * The backend says something.
   *
   * @param to to which member, null for all
   */
  record Announce(Caller caller, @Nullable ClientId to, Json message) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Management.announce(new Turn(room, now, election), this);
    }
  }

  /** Time has passed: whatever is due happens. Harmless when early, late or repeated. */
  record Tick() implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Deadlines.due(room, now, election).end();
    }
  }

  /** The server was started anew: every connection is lost, every wait begins again. */
  record Restart() implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      return Restarts.restart(new Turn(room, now, election));
    }
  }

  /** The room is one too many of its maker's: it ends, unless somebody is connected by now. */
  record GiveUp() implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      Turn turn = new Turn(room, now, election);
      if (room.clients().stream().noneMatch(Client::connected)) {
        turn.vanish();
      }
      return turn.end();
    }
  }

  /** The server closes the room. */
  record End(RoomEnd reason) implements Command {
    @Override
    public Transition applyTo(Room room, Instant now, HostElection election) {
      Turn turn = new Turn(room, now, election);
      turn.close(reason);
      return turn.end();
    }
  }
}
