package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.room.RandomCommands.Said;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for every room after every command, as far as one room alone can tell. */
final class RoomInvariants {

  private final Map<Long, ClientId> hosts = new HashMap<>(); // by epoch

  /** Checks one command's work. */
  void follow(Room before, Said said, Transition transition, Instant now) {
    Command command = said.command();
    check(transition.equals(command.applyTo(before, now)), "the same gave something else");
    Room after = transition.room();
    Audience audience = new Audience();
    transition.effects().forEach(effect -> effect.carryOut(audience));
    if (command instanceof Command.Tick) {
      checkTick(before, transition, now);
    }
    if (isRelay(command)) {
      check(before.equals(after), "a relay changed the room");
    }
    checkAudience(before, after, said, audience);
    if (said.caller() != null) {
      checkReplies(command, said.caller(), audience);
      check(!audience.refused() || before.equals(after), "an error changed the room");
    }
    if (after != null) {
      check(after.host().epoch() >= before.host().epoch(), "the epoch fell");
      check(after.host().lastNumber() >= before.host().lastNumber(), "a number fell");
      hold(after);
    }
  }

  /** Checks a room in which nothing is due any more. */
  void ticked(@Nullable Room room, Instant now) {
    if (room == null) {
      return;
    }
    Optional<Instant> next = room.nextDeadline();
    check(next.isEmpty() || next.get().isAfter(now), "something is due still: " + next);
    Transition again = new Command.Tick().applyTo(room, now);
    check(again.equals(new Transition(room, List.of())), "a second tick did something");
  }

  /** Checks a room. */
  void hold(Room room) {
    List<Client> seats = room.clients();
    check(seats.size() <= room.settings().maxClients(), "too many seats");
    check(distinct(seats.stream().map(Client::id)) == seats.size(), "two seats of one client");
    List<ConnectionId> lines = lines(room);
    check(distinct(lines.stream()) == lines.size(), "two seats of one connection");
    ClientId holder = room.host().holder();
    if (holder != null) {
      check(room.seat(holder).isPresent(), "the host has no seat");
      ClientId known = hosts.putIfAbsent(room.host().epoch(), holder);
      check(known == null || known.equals(holder), "two hosts in one epoch");
    }
    boolean waits = room.vacancy() != null || room.unclaimedUntil() != null;
    check(room.hostConnected() || waits, "nothing is waited for");
    check(seats.isEmpty() == (room.unclaimedUntil() != null), "unclaimed, or not");
    seats.forEach(client -> checkGrace(room, client));
  }

  private static void checkGrace(Room room, Client client) {
    Absence absence = client.absence();
    if (absence != null) {
      check(client.dialect() == Dialect.MESSAGE, "a URL client's seat is held");
      check((absence.until() != null) == room.hostConnected(), "a grace runs without a host");
    }
  }

  private static void checkTick(Room before, Transition transition, Instant now) {
    boolean early = before.nextDeadline().filter(next -> !next.isAfter(now)).isEmpty();
    check(!early || transition.equals(new Transition(before, List.of())), "an early tick worked");
  }

  private static void checkAudience(
      Room before, @Nullable Room after, Said said, Audience audience) {
    Set<ConnectionId> known = new HashSet<>(lines(before));
    known.addAll(after == null ? List.of() : lines(after));
    known.addAll(said.caller() == null ? List.of() : List.of(said.caller().connection()));
    check(known.containsAll(audience.connections()), "a stranger heard of it");
  }

  private static void checkReplies(Command command, Caller caller, Audience audience) {
    long replies = audience.replies().stream().filter(id -> id.equals(caller.requestId())).count();
    boolean mayBeSilent =
        isRelay(command)
            || command instanceof Command.Report
            || command instanceof Command.Decline; // what follows may follow later
    check(replies == 1 || (replies == 0 && mayBeSilent), replies + " replies");
    check(replies == audience.replies().size(), "an answer to nobody's question");
  }

  private static List<ConnectionId> lines(Room room) {
    return room.clients().stream().map(Client::connection).filter(Objects::nonNull).toList();
  }

  private static boolean isRelay(Command command) {
    return command instanceof Command.Offer
        || command instanceof Command.Answer
        || command instanceof Command.Candidate
        || command instanceof Command.Reoffer
        || command instanceof Command.Load;
  }

  private static long distinct(Stream<?> values) {
    return values.distinct().count();
  }

  static void check(boolean holds, String complaint) {
    if (!holds) {
      throw new AssertionError(complaint);
    }
  }
}
