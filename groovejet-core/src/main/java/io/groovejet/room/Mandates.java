package io.groovejet.room;

import io.groovejet.protocol.ClientMessage.HostDeclined;
import io.groovejet.protocol.ClientMessage.HostReady;
import io.groovejet.protocol.ClientMessage.LinkState;
import io.groovejet.protocol.ClientMessage.TransferHost;
import io.groovejet.protocol.ClientMessage.UpdateClient;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.ServerMessage.ClientUpdated;
import io.groovejet.room.Vacancy.Appointment;
import io.groovejet.room.Vacancy.Phase;
import java.util.Optional;

/** What members say about the role of host: ready, declined, handed over, able, reachable. */
final class Mandates {

  private Mandates() {}

  static Transition ready(Turn turn, Caller caller, HostReady message) {
    Optional<Client> member = member(turn, caller);
    Optional<Appointment> mandate = member.flatMap(client -> mandate(turn.room(), client));
    if (mandate.isPresent() && mandate.get().epoch() == message.hostEpoch()) {
      turn.answering(caller);
      Succession.commit(turn, member.get(), mandate.get());
    } else if (member.isPresent()) {
      turn.refuse(caller, notCandidateOrStale(mandate));
    }
    return turn.end();
  }

  static Transition declined(Turn turn, Caller caller, HostDeclined message) {
    Optional<Client> member = member(turn, caller);
    Optional<Appointment> mandate = member.flatMap(client -> asked(turn.room(), client));
    if (mandate.isPresent() && mandate.get().epoch() == message.hostEpoch()) {
      turn.answering(caller);
      passOver(turn);
    } else if (member.isPresent()) {
      turn.refuse(caller, notCandidateOrStale(mandate));
    }
    return turn.end();
  }

  /** The same of a candidate that may not become host; it was told why. */
  static Transition forgone(Turn turn, Caller caller, HostDeclined message) {
    turn.room()
        .speaker(caller.connection())
        .flatMap(client -> asked(turn.room(), client))
        .filter(mandate -> mandate.epoch() == message.hostEpoch())
        .ifPresent(mandate -> passOver(turn));
    return turn.end();
  }

  private static void passOver(Turn turn) {
    Optional.ofNullable(turn.room().vacancy())
        .ifPresent(vacancy -> Succession.passOver(turn, vacancy));
  }

  /** Under which number the client was asked to become host. */
  private static Optional<Appointment> asked(Room room, Client client) {
    Vacancy vacancy = room.vacancy();
    return vacancy != null && vacancy.asks(client.id()) ? mandate(room, client) : Optional.empty();
  }

  static Transition transfer(Turn turn, Caller caller, TransferHost message) {
    Optional<Refusal> objection = Authority.objection(turn.room(), caller, message.hostEpoch());
    if (objection.isPresent()) {
      turn.refuse(caller, objection.get());
    } else {
      turn.answering(caller);
      if (!Succession.transfers(turn, message.clientId())) {
        turn.refuse(caller, ErrorType.INVALID_TARGET);
      }
    }
    return turn.end();
  }

  static Transition update(Turn turn, Caller caller, UpdateClient message) {
    member(turn, caller)
        .ifPresent(
            client -> {
              JoinTerms terms =
                  new JoinTerms(message.canHost(), message.hostPriority(), null, message.profile());
              Client told = client.retold(terms);
              turn.room(turn.room().changing(told));
              turn.answering(caller);
              turn.tellAll(new ClientUpdated(turn.room().view(told)));
              if (!client.canHost()) {
                Succession.offersItself(turn, client.id());
              }
              Succession.settle(turn);
            });
    return turn.end();
  }

  static Transition link(Turn turn, Caller caller, LinkState message) {
    Room room = turn.room();
    Optional<Client> member = member(turn, caller);
    if (member.isPresent() && room.host().heldBy(caller.client())) {
      turn.refuse(caller, ErrorType.NOT_GUEST);
    } else if (member.isPresent() && message.hostEpoch() == room.host().epoch()) {
      LinkReport report = new LinkReport(message.hostEpoch(), message.connected());
      turn.room(room.changing(member.get().reporting(report)));
      Succession.settle(turn);
    }
    return turn.end();
  }

  /** The caller's seat; empty when it has none, which it was told then. */
  private static Optional<Client> member(Turn turn, Caller caller) {
    Optional<Client> member = turn.room().speaker(caller.connection());
    if (member.isEmpty()) {
      turn.refuse(caller, ErrorType.NOT_IN_ROOM);
    }
    return member;
  }

  /** Under which number the client may become host now. */
  private static Optional<Appointment> mandate(Room room, Client client) {
    Vacancy vacancy = room.vacancy();
    if (vacancy == null || vacancy.appointment() == null) {
      return Optional.empty();
    }
    boolean claims = vacancy.isIn(Phase.CLAIMABLE) && Succession.canTakeOver(room, client);
    return claims || vacancy.asks(client.id())
        ? Optional.of(vacancy.appointment())
        : Optional.empty();
  }

  private static Refusal notCandidateOrStale(Optional<Appointment> mandate) {
    return mandate
        .map(appointment -> Refusal.staleEpoch(appointment.epoch()))
        .orElse(Refusal.of(ErrorType.NOT_CANDIDATE));
  }
}
