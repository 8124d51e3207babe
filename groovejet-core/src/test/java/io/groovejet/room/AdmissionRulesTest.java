package io.groovejet.room;

import static io.groovejet.room.Cast.ADA;
import static io.groovejet.room.Cast.BOB;
import static io.groovejet.room.Cast.CAROL;
import static io.groovejet.room.Cast.CODE;
import static io.groovejet.room.Cast.closedRoom;
import static io.groovejet.room.Cast.guest;
import static io.groovejet.room.Cast.refusal;
import static io.groovejet.room.Cast.room;
import static io.groovejet.room.Cast.toAll;
import static io.groovejet.testkit.ManualTime.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientMessage.HostReady;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.Secret;
import io.groovejet.protocol.ServerMessage.RoomClosed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a room lets in, exactly, and what it says when its time is over. */
final class AdmissionRulesTest {

  @Test
  void aHeldSeatLetsItsClientPastLockAndPassword() {
    Room closed =
        closedRoom(HostMigration.OFF).joinedBy(guest(BOB).away(NOON, NOON.plusSeconds(30)));

    Transition transition = new Command.Join(BOB, JoinTerms.NONE).applyTo(closed, NOON);

    assertThat(transition.next()).contains(closed.changing(guest(BOB)));
  }

  @Test
  void aNewcomerNeedsThePasswordFirstAndThenAnOpenRoom() {
    Room closed = closedRoom(HostMigration.OFF);
    JoinTerms proven = new JoinTerms(true, null, new Secret("p"), null);

    Transition stranger = new Command.Join(CAROL, JoinTerms.NONE).applyTo(closed, NOON);
    Transition friend = new Command.Join(CAROL, proven).applyTo(closed, NOON);

    assertThat(stranger)
        .isEqualTo(new Transition(closed, counted(CAROL, ErrorType.WRONG_PASSWORD)));
    assertThat(friend)
        .isEqualTo(new Transition(closed, List.of(refusal(CAROL, ErrorType.ROOM_LOCKED))));
  }

  @Test
  void theLockIsSaidBeforeTheMissingHost() {
    JoinTerms proven = new JoinTerms(null, null, new Secret("p"), null);
    Room closed = closedRoom(HostMigration.OFF);
    Room hostless = after(closed, new Command.Lose(ADA.connection()));

    Transition transition = new Command.Join(CAROL, proven).applyTo(hostless, NOON);

    assertThat(transition)
        .isEqualTo(new Transition(hostless, List.of(refusal(CAROL, ErrorType.ROOM_LOCKED))));
  }

  @Test
  void aJoinThatComesTooLateEndsTheRoomAndIsAnswered() {
    RoomSettings settings = RoomSettings.claimable(4, null, NOON, RoomTimers.ofDefaults());
    Room unclaimed = Opening.claimable(CODE, settings, NOON);
    Instant late = NOON.plusSeconds(60);

    assertThat(new Command.Join(BOB, JoinTerms.NONE).applyTo(unclaimed, late))
        .isEqualTo(new Transition(null, counted(BOB, ErrorType.NO_ROOM_FOUND)));
    assertThat(new Command.Claim(BOB).applyTo(unclaimed, late))
        .isEqualTo(new Transition(null, counted(BOB, ErrorType.NO_ROOM_FOUND)));
  }

  @Test
  void aClaimThatComesTooLateIsAnsweredToo() {
    Room vacant =
        after(
            room(HostMigration.MANUAL).joinedBy(Client.of(BOB, true, 0, null)),
            new Command.Leave(ADA));
    Instant late = vacant.nextDeadline().orElseThrow();

    Transition transition = new Command.Ready(BOB, new HostReady(2)).applyTo(vacant, late);

    assertThat(transition)
        .isEqualTo(
            new Transition(
                null,
                List.of(
                    toAll(new RoomClosed(CODE, RoomEnd.HOST_TIMEOUT), BOB),
                    new Effect.Exit(BOB.connection()),
                    refusal(BOB, ErrorType.NOT_IN_ROOM))));
  }

  private static Room after(Room room, Command command) {
    return command.applyTo(room, NOON).next().orElseThrow();
  }

  /** The refusal of a wrong guess, which counts for the guesser's address. */
  private static List<Effect> counted(Caller guesser, ErrorType type) {
    return List.of(refusal(guesser, type), new Effect.CountGuess(guesser.connection()));
  }
}
