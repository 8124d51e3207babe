package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 8: pings, the silent and the idle. The lobby looks once a second. */
final class LivenessTest {

  private final Conversation talk = Conversation.begin();

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aPingGoesOutEveryFifteenSeconds() {
    FakeConnection line = new FakeConnection();
    ClientSession session = talk.lobby().connect(line);

    talk.passes(Duration.ofMillis(14_999));
    assertThat(line.pings()).isZero();
    talk.passes(Duration.ofMillis(1));
    session.heard();
    assertThat(line.pings()).isEqualTo(1);
    talk.passes(Duration.ofSeconds(15));

    assertThat(line.pings()).isEqualTo(2);
    assertThat(line.closed()).isEmpty();
  }

  @Test
  void whoIsSilentIsClosed() {
    FakeConnection line = new FakeConnection();
    ClientSession session = talk.lobby().connect(line);
    talk.passes(Duration.ofSeconds(10));
    session.heard();

    talk.passes(Duration.ofMillis(24_999));
    assertThat(line.closed()).isEmpty();
    talk.passes(Duration.ofSeconds(2));

    assertThat(line.closed()).contains(CloseReason.SILENT);
    assertThat(talk.lobby().report().connections()).isZero();
  }

  @Test
  void anyInboundByteProvesLife() {
    FakeConnection line = new FakeConnection();
    ClientSession session = talk.lobby().connect(line);

    talk.passes(Duration.ofSeconds(20));
    session.heard();
    talk.passes(Duration.ofSeconds(20));
    session.received("nonsense");
    talk.passes(Duration.ofSeconds(20));

    assertThat(line.closed()).isEmpty();
  }

  @Test
  void aSilentGuestCountsAsDisconnected() {
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    meet(ada, bob);

    bob.fallsSilent();
    talk.passes(Duration.ofSeconds(27));

    ada.hearsExactly("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
    bob.isClosedWith(4004);
    bob.hearsNothing();
  }

  @Test
  void soDoesASilentHost() {
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    meet(ada, bob);

    ada.fallsSilent();
    talk.passes(Duration.ofSeconds(27));

    bob.hears("hostConnectionLost", "{hostId: '@ada', graceMillis: 8000}");
    ada.isClosedWith(4004);
  }

  @Test
  void whoWasSilentMayComeBack() {
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    meet(ada, bob);
    bob.fallsSilent();
    talk.passes(Duration.ofSeconds(27));
    ada.hears("clientDisconnected");

    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true}");
    ada.hears("clientReconnected");
  }

  @Test
  void withoutARoomAndAMessageTheConnectionIsIdle() {
    Speaker ada = talk.connects("ada");

    talk.passes(Duration.ofMillis(599_999));
    ada.isConnected();
    talk.passes(Duration.ofSeconds(2));

    ada.isClosedWith(4002);
    ada.hearsNothing();
  }

  @Test
  void anyMessageKeepsItFromBeingIdle() {
    Speaker ada = talk.connects("ada");
    talk.passes(Duration.ofMinutes(9));
    ada.says("leaveRoom");
    ada.hearsError("notInRoom");

    talk.passes(Duration.ofMinutes(9));
    ada.isConnected();
    talk.passes(Duration.ofSeconds(62));

    ada.isClosedWith(4002);
  }

  @Test
  void inARoomNobodyIsIdle() {
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    meet(ada, bob);

    talk.passes(Duration.ofHours(5));

    ada.isConnected();
    bob.isConnected();
  }

  @Test
  void theIdleTimeBeginsWhenTheRoomIsLeft() {
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    meet(ada, bob);
    talk.passes(Duration.ofHours(1));
    ada.says("leaveRoom");
    ada.hears("roomLeft");
    bob.hears("roomClosed");

    talk.passes(Duration.ofSeconds(599));
    bob.isConnected();
    talk.passes(Duration.ofSeconds(3));

    bob.isClosedWith(4002);
    ada.isClosedWith(4002);
  }

  @Test
  void theTimesAreConfigurable() {
    Limits quick =
        Limits.ofDefaults()
            .withLiveness(Duration.ofSeconds(1), Duration.ofSeconds(3))
            .withIdle(Duration.ofSeconds(10));
    Conversation hasty = Conversation.begin(builder -> builder.limits(quick));
    Speaker idle = hasty.connects("idle");
    Speaker silent = hasty.connects("silent");

    silent.fallsSilent();
    hasty.passes(Duration.ofSeconds(4));
    silent.isClosedWith(4004);
    idle.isConnected();
    hasty.passes(Duration.ofSeconds(7));

    idle.isClosedWith(4002);
    hasty.close();
  }

  @Test
  void laterConnectionsAreWatchedToo() {
    talk.connects("early").losesConnection();
    talk.passes(Duration.ofHours(1));

    Speaker late = talk.connects("late");
    late.fallsSilent();
    talk.passes(Duration.ofSeconds(27));

    late.isClosedWith(4004);
  }

  @Test
  void whileTheServerStoodStillNobodyWasSilent() {
    ManualTime time = new ManualTime();
    FakeConnection line = new FakeConnection();
    ClientSession session = Lobby.builder().timekeeper(time).build().connect(line);

    time.jump(Duration.ofMinutes(5));
    assertThat(line.closed()).isEmpty();
    time.pass(Duration.ofSeconds(15));
    assertThat(line.pings()).isEqualTo(1);
    session.heard();
    time.jump(Duration.ofMinutes(5));
    time.pass(Duration.ofSeconds(20));

    assertThat(line.closed()).isEmpty();
  }

  @Test
  void eachConnectionIsPingedInItsOwnTime() {
    FakeConnection early = new FakeConnection();
    FakeConnection late = new FakeConnection();
    talk.lobby().connect(early);
    talk.passes(Duration.ofSeconds(7));
    talk.lobby().connect(late);

    talk.passes(Duration.ofSeconds(8));
    assertThat(early.pings()).isEqualTo(1);
    assertThat(late.pings()).isZero();
    talk.passes(Duration.ofSeconds(7));

    assertThat(late.pings()).isEqualTo(1);
  }

  @Test
  void aConnectionThatThrowsIsAtNobodyElsesCost() {
    SignalingConnection broken =
        new SignalingConnection() {
          @Override
          public void send(byte[] utf8) {}

          @Override
          public void ping() {
            throw new IllegalStateException("broken on purpose");
          }

          @Override
          public void close(CloseReason reason) {}
        };
    talk.lobby().connect(broken);
    FakeConnection sound = new FakeConnection();
    talk.lobby().connect(sound);

    talk.passes(Duration.ofSeconds(15));

    assertThat(sound.pings()).isEqualTo(1);
  }

  private static void meet(Speaker host, Speaker guest) {
    host.says("createRoom");
    host.hears("roomCreated");
    guest.says("joinRoom", "{roomCode: 'bbbbb'}");
    guest.hears("roomJoined");
    host.hears("clientJoined");
  }
}
