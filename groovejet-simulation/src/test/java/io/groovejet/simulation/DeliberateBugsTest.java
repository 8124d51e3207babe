package io.groovejet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation sees: each of these bugs, put into the core on purpose, breaks an invariant. */
final class DeliberateBugsTest {

  private static final long MOST_WORLDS = 10_000;

  private record Bug(String name, String file, String right, String wrong) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource
  void theSimulationSees(Bug bug) throws Exception {
    MutatedCore core = MutatedCore.with(bug.file, bug.right, bug.wrong);
    Method broken =
        core.loadClass("io.groovejet.testkit.simulation.Simulation")
            .getMethod("broken", long.class);

    OptionalLong seen =
        LongStream.range(0, MOST_WORLDS).parallel().filter(seed -> breaks(broken, seed)).findAny();

    assertThat(seen).as("nobody sees: " + bug).isPresent();
    System.out.println(bug + ": seen in world " + seen.getAsLong());
  }

  static Stream<Bug> theSimulationSees() {
    return Stream.of(
        new Bug(
            "a late close of an old connection counts",
            "room/Client.java",
            "return other.equals(connection);",
            "return connection != null && other.serial() <= connection.serial();"),
        new Bug(
            "a guest's grace is forgotten",
            "room/Departures.java",
            "room.hostConnected() ? turn.now().plus(grace) : null",
            "null"),
        new Bug(
            "graces do not run again when a host is back",
            "room/Succession.java",
            ".each(client -> client.runningUntil(graceEnds))",
            ""),
        new Bug(
            "a candidate's epoch is not checked",
            "room/Mandates.java",
            "if (mandate.isPresent() && mandate.get().epoch() == message.hostEpoch()) {\n      turn.answering(caller);\n      Succession.commit",
            "if (mandate.isPresent()) {\n      turn.answering(caller);\n      Succession.commit"),
        new Bug(
            "a host's epoch is not checked",
            "room/Authority.java",
            "hostEpoch != null && hostEpoch != current",
            "hostEpoch != null && hostEpoch > 1_000"),
        new Bug(
            "an offer's epoch is not checked",
            "room/Signaling.java",
            "return hostEpoch != null && hostEpoch != room.host().epoch();",
            "return false;"),
        new Bug(
            "a candidate is asked twice",
            "room/Vacancy.java",
            "all.add(next.candidate());",
            "all.remove(null);"),
        new Bug(
            "an appointment takes an old number",
            "room/HostLease.java",
            "return new HostLease(epoch, holder, lastNumber + 1);",
            "return new HostLease(epoch, holder, Math.max(lastNumber, epoch + 1));"),
        new Bug(
            "a snapshot's header is written without its bytes",
            "Rooms.java",
            "save.storedAs(snapshots.put(code, snapshot))",
            "save.storedAs(4_711)"),
        new Bug(
            "a snapshot's version is used again",
            "room/Snapshots.java",
            "before.lastVersion() + 1",
            "before.headers().size() + 1"),
        new Bug(
            "who comes back is told the token of somebody new",
            "Dialogue.java",
            "client = proven;\n    party.news().resumed();\n    Secret token = tokens.issue(client, options.timekeeper().now());",
            "Secret token = tokens.issue(client, options.timekeeper().now());\n    client = proven;\n    party.news().resumed();"),
        new Bug(
            "a lost race is said all the same",
            "Decisions.java",
            "if (save(seen.get(), transition)) {",
            "if (save(seen.get(), transition) || true) {"),
        new Bug(
            "a write in doubt counts as not done",
            "Decisions.java",
            "doubts.put(code, doubt);\n    if (!isSettled(code)) {\n      aftermath.lookAgain(code);\n    }\n    return Outcome.IN_DOUBT;",
            "return Outcome.STORE_DOWN;"),
        new Bug(
            "nobody looks again at a write in doubt",
            "Decisions.java",
            "aftermath.lookAgain(code);",
            ""),
        new Bug(
            "a tick that does nothing sets no alarm",
            "Consequences.java",
            "if (decision.command() instanceof Command.Tick || !sameDeadline) {",
            "if (!sameDeadline) {"),
        new Bug(
            "a loss is not tried again",
            "Rooms.java",
            "later(() -> runUntilDecided(code, command));",
            ""),
        new Bug(
            "a full room takes one more",
            "room/Seats.java",
            "room.clients().size() >= settings.maxClients()",
            "room.clients().size() > settings.maxClients()"),
        new Bug(
            "who leaves is not told to others",
            "room/Departures.java",
            "turn.tellAll(new ClientLeft(client.id(), reason, detail));",
            ""),
        new Bug(
            "a replaced connection stays open",
            "room/Seats.java",
            "turn.also(new Effect.HangUp(old, CloseReason.REPLACED));",
            ""),
        new Bug(
            "a connection that ends forgets its room",
            "Party.java",
            "RoomCode left = room;",
            "RoomCode left = sentAway.get() ? room : null;"),
        new Bug(
            "a hostless room waits for ever",
            "room/Room.java",
            "vacancy == null ? null : vacancy.until()",
            "vacancy == null || vacancy.endsRoom() ? null : vacancy.until()"),
        new Bug(
            "connections outlive the restart of their server",
            "room/Restarts.java",
            "turn.room(turn.room().each(client -> client.away(turn.now(), null)));",
            "turn.room(turn.room());"),
        new Bug(
            "offers go nowhere while the host is away",
            "room/Signaling.java",
            "turn.refuse(caller, Seats.hostDisconnected(turn));",
            ""),
        new Bug(
            "a host that is back is not told of",
            "room/Announcements.java",
            "turn.tellOthers(host, new HostRejoined(host, turn.room().host().epoch()));",
            ""),
        new Bug(
            "who gets a held seat back is somebody new",
            "room/Seats.java",
            "if (seat.isPresent()) {",
            "if (seat.isPresent() && seat.get().connected()) {"),
        new Bug(
            "a listener is not told that a host is lost",
            "Chronicle.java",
            "before.hostConnected() && !after.hostConnected()",
            "before.hostConnected() && after.hostConnected()"),
        new Bug(
            "a listener is told of what a failed write decided",
            "Decisions.java",
            "if (decision.happened(found)) {\n      return carryOut(decision);\n    }",
            "if (!decision.happened(found)) {\n      aftermath.follow(decision, outboxes.apply(decision.code()));\n    } else {\n      return carryOut(decision);\n    }"),
        new Bug(
            "seats are taken away from members",
            "room/Management.java",
            "said.maxClients() < taken",
            "said.maxClients() < 1"),
        new Bug(
            "a ban does not last",
            "room/Seats.java",
            "if (room.bans().shutOut(caller))",
            "if (false)"),
        new Bug(
            "a removed client speaks on",
            "room/Management.java",
            "ifPresent(by -> turn.also(new Effect.Exit(by)))",
            "ifPresent(by -> {})"),
        new Bug(
            "a locked room is listed",
            "room/Room.java",
            "settings.isPublic() && !settings.isLocked() && hostConnected()",
            "settings.isPublic() && hostConnected()"),
        new Bug(
            "a room stays listed",
            "Showcase.java",
            "exhibits.remove(Place.of(before));",
            "exhibits.size();"));
  }

  private static boolean breaks(Method broken, long seed) {
    try {
      return ((Optional<?>) broken.invoke(null, seed)).isPresent();
    } catch (InvocationTargetException thrown) {
      throw new AssertionError("world " + seed, thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
