package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyEvent.ConnectionOpened;
import io.groovejet.LobbyEvent.IdentityResumed;
import io.groovejet.LobbyEvent.RateLimited;
import io.groovejet.LobbyEvent.Refused;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.Speaker;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener is told of connections, while clients talk. */
final class ConnectionEventsTest {

  private static final Instant NOON = ManualTime.NOON;

  private final Notes notes = new Notes();
  private final Conversation talk =
      Conversation.begin(builder -> builder.listener(notes, Runnable::run));
  private final Speaker ada = talk.connects("ada");
  private final ConnectionId first = ada.session().party().id();
  private final ClientId client = ClientId.parse(ada.clientId()).orElseThrow();

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aConnectionIsToldOnceEachWhenItOpensAndEnds() {
    ada.losesConnection();
    ada.session().disconnected();

    assertThat(notes.take())
        .containsExactly(
            new ConnectionOpened(NOON, first, client, Dialect.MESSAGE),
            new ConnectionClosed(NOON, first, client, null));
  }

  @Test
  void whatTheLobbyClosesIsToldWithItsReason() {
    notes.take();

    talk.passes(Duration.ofSeconds(601));

    ada.isClosedWith(4002);
    assertThat(notes.take())
        .containsExactly(
            new ConnectionClosed(
                NOON.plus(Duration.ofSeconds(601)), first, client, CloseReason.IDLE));
  }

  @Test
  void whoIsSentAwayIsClosedForTheRestart() {
    notes.take();

    talk.lobby().drain(Duration.ZERO);

    ada.hears("serverDraining");
    assertThat(notes.take())
        .containsExactly(new ConnectionClosed(NOON, first, client, CloseReason.RESTART));
  }

  @Test
  void aClientThatDoesNotReadIsToldAsSlow() {
    notes.take();
    FakeWire wire = new FakeWire();
    ClientSession slow = talk.lobby().connect(OpeningHandshake.messageDialect(), wire);
    IntStream.range(0, 150).forEach(i -> slow.received("{\"type\":\"what?\"}"));

    talk.passes(Duration.ofSeconds(10));

    assertThat(closings()).containsExactly(CloseReason.SLOW);
  }

  @Test
  void whoProvesItsIdentityIsToldUnderIt() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    notes.take();

    ada.comesBackTo("bbbbb");

    ada.hears("roomJoined");
    ConnectionId second = ada.session().party().id();
    assertThat(notes.take()).element(1).isEqualTo(new IdentityResumed(NOON, second, client));
    assertThat(closings()).isEmpty();
  }

  @Test
  void theOlderConnectionOfASeatIsToldAsReplaced() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    notes.take();

    ada.comesBackTo("bbbbb");

    ada.hears("roomJoined");
    assertThat(closings()).containsExactly(CloseReason.REPLACED);
  }

  @Test
  void aRefusalIsToldByItsTypeOnly() {
    notes.take();

    ada.saysText("nonsense of a stranger");
    ada.hearsError("malformedMessage");
    ada.says("createRoom");
    ada.hears("roomCreated");
    ada.says("hostReady", "{hostEpoch: 7}");
    ada.hearsError("notCandidate");

    RoomCode room = new RoomCode("bbbbb");
    assertThat(notes.take())
        .filteredOn(Refused.class::isInstance)
        .containsExactly(
            new Refused(NOON, first, client, null, ErrorType.MALFORMED_MESSAGE, null),
            new Refused(NOON, first, client, room, ErrorType.NOT_CANDIDATE, null));
  }

  @Test
  void aRateThatIsExceededIsToldAsOftenAsTheClient() {
    notes.take();

    IntStream.range(0, 230).forEach(i -> ada.says("leaveRoom"));

    assertThat(notes.take())
        .filteredOn(RateLimited.class::isInstance)
        .containsExactly(new RateLimited(NOON, first, client, false));
    IntStream.range(0, 200).forEach(i -> ada.hearsError("notInRoom"));
    ada.hearsError("rateLimited");
  }

  @Test
  void noEventHasRoomForASecretOrForWhatAClientWrote() {
    Stream<Class<?>> records =
        leaves(LobbyEvent.class)
            .flatMap(event -> Stream.of(event.getRecordComponents()))
            .filter(component -> !component.getName().equals("vetoType")) // the backend's word
            .map(RecordComponent::getType);

    assertThat(records)
        .isNotEmpty()
        .doesNotContain(Secret.class, Json.class, String.class, byte[].class, Object.class);
  }

  private static Stream<Class<?>> leaves(Class<?> family) {
    Class<?>[] members = family.getPermittedSubclasses();
    return members == null
        ? Stream.of(family)
        : Stream.of(members).flatMap(ConnectionEventsTest::leaves);
  }

  private List<CloseReason> closings() {
    return notes.take().stream()
        .filter(ConnectionClosed.class::isInstance)
        .map(ConnectionClosed.class::cast)
        .map(ConnectionClosed::reason)
        .toList();
  }
}
