package io.groovejet.room;

import io.groovejet.protocol.ClientView;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.ServerMessage.ClientJoined;
import io.groovejet.protocol.ServerMessage.ClientReconnected;
import io.groovejet.protocol.ServerMessage.ClientUpdated;
import io.groovejet.protocol.ServerMessage.RoomJoined;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who gets a seat, and what the others hear of it (protocol sections 2.1 and 5). */
final class Seats {

  private static final JoinTerms URL_HOST = new JoinTerms(true, null, null, null);

  private Seats() {}

  static Transition join(Turn turn, Command.Join join) {
    Optional<Client> seat = turn.room().seat(join.caller().client());
    if (seat.isPresent()) {
      takeSeat(turn, seat.get(), join.caller(), join.terms());
    } else if (join.lockedFor() != null) {
      turn.refuse(join.caller(), lockedOut(join.lockedFor()));
    } else {
      admit(turn, join.caller(), join.terms());
    }
    return turn.end();
  }

  static Transition claim(Turn turn, Command.Claim claim) {
    Room room = turn.room();
    if (claim.lockedFor() != null) {
      turn.refuse(claim.caller(), lockedOut(claim.lockedFor()));
    } else if (!room.settings().claimable() || room.hostConnected()) {
      turn.refuse(claim.caller(), ErrorType.HOST_ALREADY_EXISTS);
    } else {
      admit(turn, claim.caller(), URL_HOST);
    }
    return turn.end();
  }

  /** The room's time was over when the caller came. */
  static Transition foundNoRoom(Turn turn, Caller caller, @Nullable Duration lockedFor) {
    if (lockedFor != null) {
      turn.refuse(caller, lockedOut(lockedFor));
    } else {
      turn.refuse(caller, ErrorType.NO_ROOM_FOUND);
      turn.also(new Effect.CountGuess(caller.connection()));
    }
    return turn.end();
  }

  private static Refusal lockedOut(Duration wait) {
    return Refusal.of(ErrorType.RATE_LIMITED).retryAfter(wait);
  }

  /** A client comes back to its seat, or joins again on the connection that has it. */
  private static void takeSeat(Turn turn, Client seat, Caller caller, JoinTerms terms) {
    Room before = turn.room();
    ClientView seenBefore = before.view(seat);
    ConnectionId old = seat.connection();
    if (old != null && !seat.speaksBy(caller.connection())) {
      turn.also(new Effect.HangUp(old, CloseReason.REPLACED));
    }
    if (!seat.speaksBy(caller.connection())) {
      turn.also(new Effect.Enter(caller.connection(), before.code()));
    }
    boolean isHost = before.host().heldBy(seat.id());
    boolean claims = !isHost && terms.offersToHost() && Succession.isOpenToClaims(before);
    turn.room(before.changing(seat.backBy(caller).retold(terms)));
    if (isHost && old == null) {
      Succession.lead(turn, before.host());
    } else if (claims) {
      claim(turn, seat);
    }
    turn.reply(caller, joined(turn, caller, true));
    if (isHost && old == null) {
      Announcements.hostReturned(turn, seat.id());
    } else {
      if (claims) {
        Announcements.claimed(turn, before, seat.id());
      }
      if (old == null) {
        turn.tellOthers(seat.id(), new ClientReconnected(seat.id()));
      }
    }
    tellUpdate(turn, seenBefore, caller);
    if (old == null || !seenBefore.canHost()) {
      Succession.offersItself(turn, seat.id());
    }
    Succession.settle(turn);
  }

  private static void claim(Turn turn, Client host) {
    Room room = turn.room();
    turn.room(room.set(room.settings().claimed()));
    Succession.lead(turn, room.host().passedTo(host.id()));
  }

  private static void tellUpdate(Turn turn, ClientView before, Caller caller) {
    Room room = turn.room();
    Client seat = room.seat(caller.client()).orElseThrow();
    ClientView after = room.view(seat);
    boolean same =
        before.canHost() == after.canHost() && Objects.equals(before.profile(), after.profile());
    if (!same) {
      turn.tellAll(new ClientUpdated(after));
    }
  }

  private static void admit(Turn turn, Caller caller, JoinTerms terms) {
    Optional<Refusal> refusal = refusal(turn, caller, terms);
    if (refusal.isPresent()) {
      turn.refuse(caller, refusal.get());
      if (refusal.get().type() == ErrorType.WRONG_PASSWORD) {
        turn.also(new Effect.CountGuess(caller.connection()));
      }
      return;
    }
    Room before = turn.room();
    boolean claims = terms.offersToHost() && Succession.isOpenToClaims(before);
    int priority = terms.hostPriority() == null ? 0 : terms.hostPriority();
    Client newcomer = Client.of(caller, terms.offersToHost(), priority, terms.profile());
    turn.room(before.joinedBy(newcomer));
    turn.also(new Effect.Enter(caller.connection(), before.code()));
    if (claims) {
      claim(turn, newcomer);
    }
    turn.reply(caller, joined(turn, caller, false));
    if (claims) {
      Announcements.claimed(turn, before, newcomer.id());
    }
    turn.tellOthers(newcomer.id(), new ClientJoined(turn.room().view(newcomer)));
    Succession.offersItself(turn, newcomer.id());
    Succession.settle(turn);
  }

  private static Optional<Refusal> refusal(Turn turn, Caller caller, JoinTerms terms) {
    Room room = turn.room();
    RoomSettings settings = room.settings();
    if (room.bans().shutOut(caller)) {
      return Optional.of(Refusal.of(ErrorType.BANNED));
    }
    if (settings.isKeptFrom(caller.user())) {
      return Optional.of(Refusal.of(ErrorType.NOT_INVITED));
    }
    if (settings.password() != null && !Objects.equals(settings.password(), terms.password())) {
      return Optional.of(Refusal.of(ErrorType.WRONG_PASSWORD));
    }
    if (settings.isLocked()) {
      return Optional.of(Refusal.of(ErrorType.ROOM_LOCKED));
    }
    if (!room.hostConnected() && !terms.offersToHost()) {
      return Optional.of(hostDisconnected(turn));
    }
    if (room.clients().size() >= settings.maxClients() && !madeSpace(turn)) {
      return Optional.of(Refusal.of(ErrorType.ROOM_FULL));
    }
    return Optional.empty();
  }

  /** That no host is connected, and when that may have changed. */
  static Refusal hostDisconnected(Turn turn) {
    Vacancy vacancy = turn.room().vacancy();
    Refusal refusal = Refusal.of(ErrorType.HOST_DISCONNECTED);
    return vacancy == null || vacancy.endsRoom()
        ? refusal
        : refusal.retryAfter(turn.until(vacancy.until()));
  }

  /** Without a connected host, the seat of whoever is away longest goes to who is here. */
  private static boolean madeSpace(Turn turn) {
    Room room = turn.room();
    Optional<Client> longestAway =
        room.hostConnected() ? Optional.empty() : longestAway(room, turn.now());
    longestAway.ifPresent(client -> Departures.giveUpSeat(turn, client));
    return longestAway.isPresent();
  }

  private static Optional<Client> longestAway(Room room, Instant now) {
    Instant lost = now.minus(room.settings().timers().guestGrace());
    return room.clients().stream()
        .filter(client -> client.absence() != null && !room.host().heldBy(client.id()))
        .filter(client -> !sinceOf(client).isAfter(lost))
        .min(Comparator.comparing(Seats::sinceOf));
  }

  private static Instant sinceOf(Client client) {
    Absence absence = client.absence();
    return absence == null ? Instant.MAX : absence.since();
  }

  private static RoomJoined joined(Turn turn, Caller caller, boolean reconnected) {
    Room room = turn.room();
    Vacancy vacancy = room.vacancy();
    return new RoomJoined(
        room.host().heldBy(caller.client()),
        reconnected,
        room.host().holder(),
        room.hostConnected(),
        room.host().epoch(),
        room.clientViews(),
        room.view(),
        turn.latestSnapshot(),
        Announcements.view(turn),
        vacancy == null || !vacancy.endsRoom() ? null : turn.until(vacancy.until()),
        null);
  }
}
