package io.groovejet.room;

import static io.groovejet.room.Cast.ADA;
import static io.groovejet.room.Cast.BOB;
import static io.groovejet.room.Cast.CAROL;
import static io.groovejet.room.Cast.CODE;
import static io.groovejet.room.Cast.guest;
import static io.groovejet.room.Cast.reply;
import static io.groovejet.room.Cast.room;
import static io.groovejet.room.Cast.toAll;
import static io.groovejet.testkit.ManualTime.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.ClientDisconnected;
import io.groovejet.protocol.ServerMessage.ClientJoined;
import io.groovejet.protocol.ServerMessage.ClientLeft;
import io.groovejet.protocol.ServerMessage.GuestOfferSignal;
import io.groovejet.protocol.ServerMessage.RoomClosed;
import io.groovejet.protocol.ServerMessage.RoomJoined;
import io.groovejet.protocol.ServerMessage.RoomLeft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What single commands make of a room, exactly. */
final class RoomRulesTest {

  private static final Instant GRACE_ENDS = NOON.plusSeconds(30);
  private static final Json OFFER = Json.of("1");

  private final Room alone = room(HostMigration.AUTOMATIC);
  private final Room pair = alone.joinedBy(guest(BOB));
  private final Room bobIsAway = pair.changing(guest(BOB).away(NOON, GRACE_ENDS));

  @Test
  void aJoinAddsASeatAndTellsEverybody() {
    Transition transition = new Command.Join(BOB, JoinTerms.NONE).applyTo(alone, NOON);

    Client bob = pair.clients().get(1);
    assertThat(transition)
        .isEqualTo(
            new Transition(
                pair,
                List.of(
                    new Effect.Enter(BOB.connection(), CODE),
                    reply(BOB, joined(pair, false)),
                    toAll(new ClientJoined(pair.view(bob)), ADA))));
  }

  @Test
  void anOfferIsOneEffectAndNoChange() {
    Transition transition = new Command.Offer(BOB, new GuestOffer(OFFER, 1L)).applyTo(pair, NOON);

    assertThat(transition)
        .isEqualTo(
            new Transition(
                pair,
                List.of(
                    new Effect.Tell(
                        ADA.connection(), new GuestOfferSignal(OFFER, BOB.client(), 1), null))));
    assertThat(transition.room()).isSameAs(pair);
  }

  @Test
  void aLossHoldsTheSeat() {
    Transition transition = new Command.Lose(BOB.connection()).applyTo(pair, NOON);

    ServerMessage news = new ClientDisconnected(BOB.client(), Duration.ofSeconds(30));
    assertThat(transition).isEqualTo(new Transition(bobIsAway, List.of(toAll(news, ADA))));
  }

  @Test
  void theLossOfAConnectionThatSpeaksForNobodyIsNothing() {
    Transition transition = new Command.Lose(CAROL.connection()).applyTo(pair, NOON);

    assertThat(transition).isEqualTo(new Transition(pair, List.of()));
    assertThat(transition.room()).isSameAs(pair);
  }

  @Test
  void anEarlyTickIsNothing() {
    Transition transition = new Command.Tick().applyTo(bobIsAway, GRACE_ENDS.minusNanos(1));

    assertThat(transition).isEqualTo(new Transition(bobIsAway, List.of()));
    assertThat(transition.room()).isSameAs(bobIsAway);
  }

  @Test
  void aTickInTimeAndALateOneGiveTheSeatUp() {
    Transition inTime = new Command.Tick().applyTo(bobIsAway, GRACE_ENDS);
    Transition late = new Command.Tick().applyTo(bobIsAway, GRACE_ENDS.plusSeconds(99));

    ServerMessage news = new ClientLeft(BOB.client(), LeaveReason.TIMED_OUT);
    assertThat(inTime).isEqualTo(new Transition(alone, List.of(toAll(news, ADA))));
    assertThat(late).isEqualTo(inTime);
  }

  @Test
  void aTakeoverHangsUpOnTheOlderConnectionFirst() {
    Caller newer =
        new Caller(
            new ConnectionId(1, 22),
            BOB.client(),
            Dialect.MESSAGE,
            BOB.address(),
            new RequestId("again"));

    Transition transition = new Command.Join(newer, JoinTerms.NONE).applyTo(pair, NOON);

    Room taken = pair.changing(guest(newer));
    assertThat(transition)
        .isEqualTo(
            new Transition(
                taken,
                List.of(
                    new Effect.HangUp(BOB.connection(), CloseReason.REPLACED),
                    new Effect.Enter(newer.connection(), CODE),
                    reply(newer, joined(taken, true)))));
  }

  @Test
  void aHostThatLeavesClosesARoomThatNobodyElseCanHost() {
    Transition transition = new Command.Leave(ADA).applyTo(pair, NOON);

    assertThat(transition)
        .isEqualTo(
            new Transition(
                null,
                List.of(
                    reply(ADA, new RoomLeft(CODE)),
                    new Effect.Exit(ADA.connection()),
                    toAll(new RoomClosed(CODE, RoomEnd.HOST_LEFT), BOB),
                    new Effect.Exit(BOB.connection()))));
  }

  private static RoomJoined joined(Room room, boolean reconnected) {
    return new RoomJoined(
        false,
        reconnected,
        ADA.client(),
        true,
        1,
        room.clientViews(),
        room.view(),
        null,
        null,
        null,
        null);
  }
}
