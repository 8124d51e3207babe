package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Client;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol sections 2.1, 4 and 9: a server that sends everybody away for a restart. */
final class DrainTest {

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void everybodyIsToldAndClosed() {
    Speaker bob = talk.connects("bob");

    talk.lobby().drain(Duration.ofSeconds(10));

    ada.hearsExactly("serverDraining", "{reconnectAfterMillis: 0}");
    ada.isClosedWith(1012);
    bob.hearsExactly("serverDraining", "{reconnectAfterMillis: 5000}");
    bob.isClosedWith(1012);
    assertThat(talk.lobby().report().connections()).isZero();
  }

  @Test
  void whoeverIsSentAwayHasASocketUntilThatHasEnded() {
    ClientSession bob = talk.lobby().connect(OpeningHandshake.messageDialect(), new FakeWire());

    talk.lobby().drain(Duration.ZERO);
    ada.hears("serverDraining");
    assertThat(talk.lobby().report().connections()).isZero();
    assertThat(talk.lobby().report().sockets()).isEqualTo(1);

    bob.disconnected();
    bob.disconnected();
    assertThat(talk.lobby().report().sockets()).isZero();
  }

  @Test
  void aUrlClientIsClosedWithoutAWord() {
    String code = talk.lobby().openRoom().value();
    Speaker host = talk.connectsByUrl("host", code, true);

    talk.lobby().drain(Duration.ZERO);

    host.hearsNothing();
    host.isClosedWith(1012);
    ada.hears("serverDraining");
  }

  @Test
  void roomsAndSeatsAreKept() {
    ada.says("createRoom");
    ada.hears("roomCreated");

    talk.lobby().drain(Duration.ZERO);

    ada.hears("serverDraining");
    assertThat(talk.lobby().room(new RoomCode("bbbbb")).orElseThrow().clients())
        .singleElement()
        .returns(false, Client::connected);
  }

  @Test
  void whoComesMeanwhileIsSentAwayToo() {
    talk.lobby().drain(Duration.ZERO);
    ada.hears("serverDraining");

    Speaker bob = talk.connects("bob");

    bob.hears("serverDraining", "{reconnectAfterMillis: 0}");
    bob.isClosedWith(1012);
  }

  @Test
  void drainingTwiceSaysNothingNew() {
    talk.lobby().drain(Duration.ofSeconds(1));
    ada.hears("serverDraining");

    talk.lobby().drain(Duration.ofSeconds(1));

    ada.hearsNothing();
  }

  @Test
  void aConnectionThatEndsAtOnceIsNoNewsToTheOthers() {
    Speaker bob = talk.connects("bob");
    Speaker carol = talk.connects("carol");
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    carol.says("joinRoom", "{roomCode: 'bbbbb'}");
    carol.hears("roomJoined");
    ada.hears("clientJoined");
    bob.hears("clientJoined");
    ada.endsAsSoonAsItIsClosed();

    talk.lobby().drain(Duration.ZERO);

    ada.hears("serverDraining");
    bob.hears("serverDraining");
    carol.hears("serverDraining");
  }
}
