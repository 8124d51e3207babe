package io.groovejet;

import static io.groovejet.protocol.MigrationReason.HOST_LEFT;
import static io.groovejet.protocol.MigrationReason.HOST_LOST;
import static io.groovejet.protocol.MigrationReason.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.LobbyEvent.ClientDisconnected;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.ClientLeft;
import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.HostAppointed;
import io.groovejet.LobbyEvent.HostClaimed;
import io.groovejet.LobbyEvent.HostLost;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyEvent.SnapshotSaved;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.ScriptedNames;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener is told of rooms, while clients talk. */
final class RoomEventsTest {

  private static final RoomCode ROOM = new RoomCode("bbbbb");

  private final Notes notes = new Notes();
  private final InMemoryRoomStore store = new InMemoryRoomStore();
  private final Conversation talk =
      Conversation.begin(builder -> builder.listener(notes, Runnable::run).store(store));
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void aRoomsLifeIsToldInOrder() {
    theyMeet();
    assertThat(notes.takeOfRooms())
        .containsExactly(
            new RoomOpened(at(0), ROOM, id(ada)),
            new ClientJoined(at(0), ROOM, id(ada)),
            new ClientJoined(at(0), ROOM, id(bob)));

    bob.losesConnection();
    ada.hears("clientDisconnected");
    talk.passes(Duration.ofSeconds(3));
    bob.comesBackTo("bbbbb");
    bob.hears("roomJoined");
    ada.hears("clientReconnected");
    bob.says("leaveRoom");
    bob.hears("roomLeft");
    ada.hears("clientLeft");
    ada.says("leaveRoom");
    ada.hears("roomLeft");

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new ClientDisconnected(at(0), ROOM, id(bob)),
            new ClientReconnected(at(3), ROOM, id(bob), Duration.ofSeconds(3)),
            new ClientLeft(at(3), ROOM, id(bob), LeaveReason.LEFT),
            new RoomClosed(at(3), ROOM, RoomEnd.HOST_LEFT, List.of(id(ada))));
  }

  @Test
  void aMigrationIsToldWithItsCauseAndHowLongItTook() {
    theyMeet();
    ada.says("saveSnapshot", "{snapshot: 1}");
    ada.hears("snapshotSaved");
    notes.take();

    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("becomeHost");
    talk.passes(Duration.ofSeconds(1));
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");

    Duration nine = Duration.ofSeconds(9);
    assertThat(notes.takeOfRooms())
        .containsExactly(
            new ClientDisconnected(at(0), ROOM, id(ada)),
            new HostLost(at(0), ROOM, id(ada), 1, HOST_LOST),
            new HostAppointed(at(8), ROOM, id(bob), 2, HOST_LOST),
            new HostMigrated(at(9), ROOM, id(bob), id(ada), 2, HOST_LOST, nine, nine));
  }

  @Test
  void aHostThatComesBackIsNoMigration() {
    theyMeet();
    notes.take();

    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(2));
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined");
    bob.hears("hostRejoined");

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new ClientDisconnected(at(0), ROOM, id(ada)),
            new HostLost(at(0), ROOM, id(ada), 1, HOST_LOST),
            new ClientReconnected(at(2), ROOM, id(ada), Duration.ofSeconds(2)),
            new HostRejoined(at(2), ROOM, id(ada), 1, Duration.ofSeconds(2)));
  }

  @Test
  void aHandOverLeavesNoTimeWithoutHost() {
    theyMeet();
    notes.take();

    ada.says("transferHost");
    ada.hears("hostMigrationStarted");
    bob.hears("becomeHost");
    talk.passes(Duration.ofSeconds(1));
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");
    ada.hears("hostMigrated");

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new HostAppointed(at(0), ROOM, id(bob), 2, TRANSFER),
            new HostMigrated(at(1), ROOM, id(bob), id(ada), 2, TRANSFER, Duration.ZERO, null));
  }

  @Test
  void aHostThatLeavesIsLostToo() {
    theyMeet();
    notes.take();

    ada.says("leaveRoom");
    ada.hears("roomLeft");
    bob.hears("clientLeft");
    bob.hears("becomeHost");

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new ClientLeft(at(0), ROOM, id(ada), LeaveReason.LEFT),
            new HostLost(at(0), ROOM, id(ada), 1, HOST_LEFT),
            new HostAppointed(at(0), ROOM, id(bob), 2, HOST_LEFT));
  }

  @Test
  void aRoomThatFindsNoHostTimesOutWithWhoStillHadASeat() {
    theyMeet();
    notes.take();

    bob.says("updateClient", "{canHost: false}");
    bob.hears("clientUpdated");
    ada.hears("clientUpdated");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(608));
    bob.hears("hostMigrationFailed");
    bob.hears("roomClosed");

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new ClientDisconnected(at(0), ROOM, id(ada)),
            new HostLost(at(0), ROOM, id(ada), 1, HOST_LOST),
            new RoomClosed(at(608), ROOM, RoomEnd.HOST_TIMEOUT, List.of(id(ada), id(bob))));
  }

  @Test
  void whoComesBackTooLateHasLeftAndJoins() {
    theyMeet();
    notes.take();

    bob.losesConnection();
    ada.hears("clientDisconnected");
    talk.passes(Duration.ofSeconds(30));
    ada.hears("clientLeft");
    bob.comesBackTo("bbbbb");
    bob.hears("roomJoined");
    ada.hears("clientJoined");

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new ClientDisconnected(at(0), ROOM, id(bob)),
            new ClientLeft(at(30), ROOM, id(bob), LeaveReason.TIMED_OUT),
            new ClientJoined(at(30), ROOM, id(bob)));
  }

  @Test
  void snapshotsAreToldWithTheAgeOfTheOneBefore() {
    theyMeet();
    notes.take();

    ada.says("saveSnapshot", "{snapshot: [1, 2]}");
    ada.hears("snapshotSaved");
    talk.passes(Duration.ofSeconds(5));
    ada.says("saveSnapshot", "{snapshot: [1, 2, 3]}");
    ada.hears("snapshotSaved");

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new SnapshotSaved(at(0), ROOM, 1, 5, null),
            new SnapshotSaved(at(5), ROOM, 2, 7, Duration.ofSeconds(5)));
  }

  @Test
  void aPostedRoomIsOpenedByNobodyAndClaimed() {
    talk.lobby().openRoom();
    Speaker host = talk.connectsByUrl("host", "bbbbb", true);
    host.losesConnection();
    talk.passes(Duration.ofSeconds(60));

    assertThat(notes.takeOfRooms())
        .containsExactly(
            new RoomOpened(at(0), ROOM, null),
            new ClientJoined(at(0), ROOM, id(host)),
            new HostClaimed(at(0), ROOM, id(host), 1),
            new ClientLeft(at(0), ROOM, id(host), LeaveReason.LEFT),
            new HostLost(at(0), ROOM, id(host), 1, HOST_LEFT),
            new RoomClosed(at(60), ROOM, null, List.of()));
  }

  @Test
  void whatIsSaidInARoomIsNoEvent() {
    theyMeet();
    notes.take();

    bob.says("guestOfferSignal", "{offerSignal: 1}");
    ada.hears("guestOfferSignal");
    bob.says("linkState", "{connected: true, hostEpoch: 1}");
    ada.says("updateClient", "{profile: {name: 'Ada'}}");
    ada.hears("clientUpdated");
    bob.hears("clientUpdated");

    assertThat(notes.take()).isEmpty();
  }

  @Test
  void aRestartTellsWhoIsGoneByIt() {
    theyMeet();
    Notes later = new Notes();
    Lobby restarted =
        Lobby.builder()
            .timekeeper(new ManualTime())
            .names(new ScriptedNames())
            .store(store)
            .listener(later, Runnable::run)
            .build();

    assertThat(later.take())
        .containsExactly(
            new ClientDisconnected(at(0), ROOM, id(ada)),
            new ClientDisconnected(at(0), ROOM, id(bob)),
            new HostLost(at(0), ROOM, id(ada), 1, HOST_LOST));
    restarted.close();
  }

  private void theyMeet() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
  }

  private static ClientId id(Speaker speaker) {
    return ClientId.parse(speaker.clientId()).orElseThrow();
  }

  private static Instant at(long seconds) {
    return ManualTime.NOON.plusSeconds(seconds);
  }
}
