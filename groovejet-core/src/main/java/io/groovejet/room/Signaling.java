package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.ServerMessage.GuestOfferSignal;
import io.groovejet.protocol.ServerMessage.HostAnswerSignal;
import io.groovejet.protocol.ServerMessage.IceCandidateSignal;
import io.groovejet.protocol.ServerMessage.OfferRequested;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passing WebRTC signals between host and guests. Never changes the room. */
final class Signaling {

  private Signaling() {}

  static Transition offer(Turn turn, Caller caller, GuestOffer message) {
    Room room = turn.room();
    Optional<ErrorType> wrongRole = unlessGuest(room, caller);
    Optional<ConnectionId> host = room.hostConnection();
    if (wrongRole.isPresent()) {
      turn.refuse(caller, wrongRole.get());
    } else if (isStale(room, message.hostEpoch())) {
      turn.refuse(caller, Refusal.staleEpoch(room.host().epoch()));
    } else if (host.isEmpty()) {
      turn.refuse(caller, Seats.hostDisconnected(turn));
    } else {
      long epoch = room.host().epoch();
      turn.tell(host.get(), new GuestOfferSignal(message.offer(), caller.client(), epoch));
    }
    return turn.end();
  }

  static Transition answer(Turn turn, Caller caller, HostAnswer message) {
    Room room = turn.room();
    guestFor(turn, caller, message.clientId(), message.hostEpoch())
        .ifPresent(
            guest -> turn.tell(guest, new HostAnswerSignal(message.answer(), room.host().epoch())));
    return turn.end();
  }

  static Transition reoffer(Turn turn, Caller caller, RequestOffer message) {
    guestFor(turn, caller, message.clientId(), message.hostEpoch())
        .ifPresent(guest -> turn.tell(guest, new OfferRequested(message.reason())));
    return turn.end();
  }

  static Transition candidate(Turn turn, Caller caller, IceCandidate message) {
    Room room = turn.room();
    IceCandidateSignal signal =
        new IceCandidateSignal(message.candidate(), caller.client(), room.host().epoch());
    if (unlessGuest(room, caller).isEmpty()) {
      if (isStale(room, message.hostEpoch())) {
        turn.refuse(caller, Refusal.staleEpoch(room.host().epoch()));
      } else {
        room.hostConnection().ifPresent(host -> turn.tell(host, signal));
      }
      return turn.end();
    }
    ClientId to = message.clientId();
    if (to == null && isHost(room, caller)) {
      turn.refuse(caller, Refusal.malformed("clientId", "The host has to say for which clientId"));
      return turn.end();
    }
    guestFor(turn, caller, to == null ? ClientId.NOBODY : to, message.hostEpoch())
        .ifPresent(guest -> turn.tell(guest, signal));
    return turn.end();
  }

  /** The connection of the guest that the host speaks to; empty when the host was refused. */
  private static Optional<ConnectionId> guestFor(
      Turn turn, Caller caller, ClientId to, @Nullable Long hostEpoch) {
    Optional<Refusal> objection = Authority.objection(turn.room(), caller, hostEpoch);
    if (objection.isPresent()) {
      turn.refuse(caller, objection.get());
      return Optional.empty();
    }
    Optional<ConnectionId> guest = connectedGuest(turn.room(), to);
    if (guest.isEmpty()) {
      turn.refuse(caller, ErrorType.UNKNOWN_CLIENT);
    }
    return guest;
  }

  private static Optional<ConnectionId> connectedGuest(Room room, ClientId id) {
    return room.host().heldBy(id)
        ? Optional.empty()
        : room.seat(id).flatMap(client -> Optional.ofNullable(client.connection()));
  }

  private static Optional<ErrorType> unlessGuest(Room room, Caller caller) {
    if (room.speaker(caller.connection()).isEmpty()) {
      return Optional.of(ErrorType.NOT_IN_ROOM);
    }
    return isHost(room, caller) ? Optional.of(ErrorType.NOT_GUEST) : Optional.empty();
  }

  private static boolean isHost(Room room, Caller caller) {
    return room.host().heldBy(caller.client());
  }

  private static boolean isStale(Room room, @Nullable Long hostEpoch) {
    return hostEpoch != null && hostEpoch != room.host().epoch();
  }
}
