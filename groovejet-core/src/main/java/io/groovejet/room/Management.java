package io.groovejet.room;

import io.groovejet.protocol.Ban;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.CloseRoom;
import io.groovejet.protocol.ClientMessage.RemoveClient;
import io.groovejet.protocol.ClientMessage.UpdateRoom;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.Removal;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.ServerMessage.AppMessageHeard;
import io.groovejet.protocol.ServerMessage.RemovedFromRoom;
import io.groovejet.protocol.ServerMessage.RoomUpdated;
import java.util.Optional;

/** What a host does to its room: other settings, sending members away, the end. */
final class Management {

  private Management() {}

  static Transition update(Turn turn, Command.Furnish furnish) {
    UpdateRoom said = furnish.message();
    Room room = turn.room();
    int taken = room.clients().size();
    Optional<Refusal> objection = Authority.objection(room, furnish.caller(), said.hostEpoch());
    if (objection.isPresent()) {
      turn.refuse(furnish.caller(), objection.get());
    } else if (said.maxClients() != null && said.maxClients() < taken) {
      turn.refuse(furnish.caller(), tooFewSeats(taken));
    } else {
      turn.room(room.set(room.settings().changedBy(said, furnish.password())));
      turn.answering(furnish.caller());
      turn.tellAll(new RoomUpdated(turn.room().view()));
    }
    return turn.end();
  }

  static Transition remove(Turn turn, Caller caller, RemoveClient message) {
    Room room = turn.room();
    Optional<Refusal> objection = Authority.objection(room, caller, message.hostEpoch());
    Optional<Client> target = room.seat(message.clientId());
    if (objection.isPresent()) {
      turn.refuse(caller, objection.get());
    } else if (target.isEmpty()) {
      turn.refuse(caller, ErrorType.UNKNOWN_CLIENT);
    } else if (message.clientId().equals(caller.client())) {
      turn.refuse(caller, Refusal.hostRemovesItself());
    } else {
      turn.answering(caller);
      sendAway(turn, target.get(), message);
    }
    return turn.end();
  }

  static Transition close(Turn turn, Caller caller, CloseRoom message) {
    Optional<Refusal> objection = Authority.objection(turn.room(), caller, message.hostEpoch());
    if (objection.isPresent()) {
      turn.refuse(caller, objection.get());
    } else {
      turn.answering(caller);
      turn.close(caller.isBackend() ? RoomEnd.SERVER : RoomEnd.CLOSED, message.reason());
    }
    return turn.end();
  }

  /** The backend says something to one member or to all. */
  static Transition announce(Turn turn, Command.Announce announcement) {
    ClientId to = announcement.to();
    AppMessageHeard message = new AppMessageHeard(announcement.message());
    if (to == null) {
      turn.tellAll(message);
      return turn.end();
    }
    Optional<Client> member = turn.room().seat(to).filter(Client::connected);
    member.ifPresentOrElse(
        client -> turn.tell(client, message),
        () -> turn.refuse(announcement.caller(), ErrorType.UNKNOWN_CLIENT));
    return turn.end();
  }

  private static void sendAway(Turn turn, Client target, RemoveClient message) {
    Removal how = message.ban() == null ? Removal.REMOVED : Removal.BANNED;
    turn.tell(target, new RemovedFromRoom(turn.room().code(), how, message.reason()));
    Optional.ofNullable(target.connection()).ifPresent(by -> turn.also(new Effect.Exit(by)));
    if (message.ban() != null) {
      Bans bans = turn.room().bans().with(target.id());
      boolean alsoAddress = message.ban() == Ban.ADDRESS;
      turn.room(turn.room().banning(alsoAddress ? bans.with(target.address()) : bans));
    }
    Departures.depart(turn, target, LeaveReason.REMOVED, message.reason());
  }

  private static Refusal tooFewSeats(int taken) {
    return Refusal.outOfBounds("maxClients", "More seats are taken than that", taken);
  }
}
