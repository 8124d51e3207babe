package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.protocol.Ban;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.UpdateRoom;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the backend does to rooms. */
final class SupervisorTest {

  private static final RoomCode ROOM = new RoomCode("bbbbb");

  private final List<String> heard = new ArrayList<>();
  private final Conversation talk =
      Conversation.begin(
          builder ->
              builder.appMessages(
                  (from, room, message) -> heard.add(from.client() + " " + room + message.text())));
  private final Supervisor supervisor = talk.lobby().supervisor();
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aPlannedRoomIsHostedByWhoComesFirstAndThenMigratesLikeAnyOther() {
    RoomCode code = supervisor.open(RoomPlan.ofDefaults().withMaxClients(3));
    assertThat(code).isEqualTo(ROOM);

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hearsError("hostDisconnected");
    ada.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    ada.hears(
        "roomJoined",
        "{clientIsHost: true, hostEpoch: 1,"
            + " room: {maxClients: 3, hostMigration: 'automatic', isPublic: false}}");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined", "{clientIsHost: false}");
    ada.hears("clientJoined");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined", "{clientIsHost: false}");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("becomeHost", "{hostEpoch: 2}");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");
    bob.says("leaveRoom");
    bob.hears("roomLeft");
  }

  @Test
  void aPlannedRoomThatNobodyWantsEnds() {
    supervisor.open(RoomPlan.ofDefaults().withHostMigration(HostMigration.MANUAL));

    talk.passes(Duration.ofMinutes(1));

    assertThat(talk.lobby().report()).isEqualTo(atRest());
  }

  @Test
  void membersAreRemovedWhoeverHosts() {
    play();

    supervisor.remove(ROOM, id(ada), Ban.IDENTITY, "cheating").toCompletableFuture().join();

    ada.hearsExactly(
        "removedFromRoom", "{roomCode: 'bbbbb', reason: 'banned', detail: 'cheating'}");
    bob.hears("clientLeft", "{clientId: '@ada', reason: 'removed', detail: 'cheating'}");
    bob.hears("becomeHost", "{hostEpoch: 2, reason: 'hostLeft'}");
    ada.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    ada.hearsError("banned");
  }

  @Test
  void aRoomIsClosedByTheServer() {
    play();

    supervisor.close(ROOM, "maintenance").toCompletableFuture().join();

    ada.hearsExactly("roomClosed", "{roomCode: 'bbbbb', reason: 'server', detail: 'maintenance'}");
    bob.hears("roomClosed", "{reason: 'server'}");
  }

  @Test
  void aRoomIsChanged() {
    play();
    UpdateRoom lock = new UpdateRoom(null, true, 10_000, null, false, null, null);

    supervisor.update(ROOM, lock).toCompletableFuture().join();

    ada.hears("roomUpdated", "{room: {isLocked: true, maxClients: 64}}");
    bob.hears("roomUpdated");
  }

  @Test
  void theHostHandsOverWhenTheBackendWantsIt() {
    play();

    supervisor.transferHost(ROOM, id(bob)).toCompletableFuture().join();

    bob.hears("becomeHost", "{reason: 'transfer', previousHostId: '@ada'}");
    ada.hears("hostMigrationStarted", "{candidateId: '@bob'}");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");
    ada.hears("hostMigrated");
  }

  @Test
  void theBackendSpeaksToAllOrToOne() {
    play();

    supervisor.send(ROOM, Json.of("{\"round\":2}")).toCompletableFuture().join();
    supervisor.send(ROOM, id(bob), Json.of("\"psst\"")).toCompletableFuture().join();

    ada.hearsExactly("appMessage", "{message: {round: 2}}");
    bob.hearsExactly("appMessage", "{message: {round: 2}}");
    bob.hearsExactly("appMessage", "{message: 'psst'}");
  }

  @Test
  void clientsSpeakToTheBackend() {
    ada.says("appMessage", "{message: [1]}");
    play();
    ada.says("appMessage", "{message: {a: 1}}");

    assertThat(heard).containsExactly(id(ada) + " null[1]", id(ada) + " " + ROOM + "{\"a\":1}");
  }

  @Test
  void withoutAHearerAppMessagesAreNotKnown() {
    try (Conversation quiet = Conversation.begin()) {
      Speaker cat = quiet.connects("cat");

      cat.says("appMessage", "{message: 1}");

      cat.hearsError("unknownMessageType");
    }
  }

  @Test
  void whatCannotBeDoneFails() {
    play();

    refuses(supervisor.close(new RoomCode("zzzzz"), null), ErrorType.NO_ROOM_FOUND);
    refuses(supervisor.remove(ROOM, ClientId.NOBODY, null, null), ErrorType.UNKNOWN_CLIENT);
    refuses(supervisor.transferHost(ROOM, id(ada)), ErrorType.INVALID_TARGET);
    refuses(supervisor.send(ROOM, ClientId.NOBODY, Json.of("1")), ErrorType.UNKNOWN_CLIENT);
    UpdateRoom tooSmall = new UpdateRoom(null, null, 1, null, false, null, null);
    refuses(supervisor.update(ROOM, tooSmall), ErrorType.MALFORMED_MESSAGE);
  }

  @Test
  void whatIsNoJsonIsRefusedAtOnce() {
    play();
    RoomPlan plan = RoomPlan.ofDefaults();
    UpdateRoom list = new UpdateRoom(null, null, null, null, false, Json.of("[1]"), null);

    assertThatIllegalArgumentException().isThrownBy(() -> plan.listedAs(Json.of("{oops")));
    assertThatIllegalArgumentException().isThrownBy(() -> supervisor.update(ROOM, list));
    assertThatIllegalArgumentException().isThrownBy(() -> supervisor.send(ROOM, Json.of("hello")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> supervisor.send(ROOM, id(bob), Json.of("1,\"b\":2")));
  }

  @Test
  void aReservedRoomIsForItsUsers() {
    supervisor.open(RoomPlan.ofDefaults().reservedFor("user-1", "user-2"));
    Speaker one = talk.connects("one", as("user-1"));
    Speaker three = talk.connects("three", as("user-3"));

    ada.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    ada.hearsError("notInvited");
    three.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    three.hearsError("notInvited");
    one.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    one.hears("roomJoined", "{clientIsHost: true}");
  }

  private LobbyReport atRest() {
    return new LobbyReport(0, 2, 0, 0, 0, 0, 0, talk.lobby().report().addresses(), 0);
  }

  private void play() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }

  private static void refuses(CompletionStage<Void> stage, ErrorType type) {
    assertThatThrownBy(() -> stage.toCompletableFuture().join())
        .isInstanceOfSatisfying(
            CompletionException.class,
            failure ->
                assertThat(failure.getCause())
                    .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().type()).isEqualTo(type)));
  }

  private static OpeningHandshake as(String user) {
    OpeningHandshake plain = OpeningHandshake.messageDialect();
    return new OpeningHandshake(
        plain.dialect(), null, null, false, plain.address(), Verdict.admitAs(user));
  }

  private static ClientId id(Speaker speaker) {
    return ClientId.parse(speaker.clientId()).orElseThrow();
  }
}
