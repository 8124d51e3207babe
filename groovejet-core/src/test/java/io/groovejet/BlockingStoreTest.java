package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Client;
import io.groovejet.room.Room;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that takes its time: work on rooms is done later, elsewhere. */
final class BlockingStoreTest {

  private final Queue<Runnable> posted = new ArrayDeque<>();
  private boolean full;
  private final Conversation talk =
      Conversation.begin(builder -> builder.store(new InMemoryRoomStore(), this::post));
  private final Speaker ada = talk.connects("ada");
  private final Speaker bob = talk.connects("bob");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
    work();
  }

  @Test
  void nothingIsHeardBeforeTheWorkIsDone() {
    ada.says("createRoom");
    ada.hearsNothing();

    work();

    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
  }

  @Test
  void oneConnectionsMessagesAreDealtWithInOrder() {
    ada.says("createRoom");
    ada.says("joinRoom", "{roomCode: 'bbbbb'}");
    ada.says("createRoom");
    ada.says("leaveRoom");
    ada.says("leaveRoom");
    ada.hearsNothing();

    work();

    ada.hears("roomCreated");
    ada.hears("roomJoined", "{reconnected: true}");
    ada.hearsError("alreadyInRoom");
    ada.hears("roomLeft");
    ada.hearsError("notInRoom");
  }

  @Test
  void twoRoomsOpenedAtOnceHaveTwoCodes() {
    ada.says("createRoom");
    bob.says("createRoom");

    work();

    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
    bob.hears("roomCreated", "{roomCode: 'bbbbc'}");
  }

  @Test
  void whoIsLostWhileItJoinsIsAwayAfterwards() {
    ada.says("createRoom");
    work();
    ada.hears("roomCreated");

    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.losesConnection();
    work();

    bob.hearsNothing();
    ada.hears("clientJoined", "{client: {clientId: '@bob'}}");
    ada.hears("clientDisconnected", "{clientId: '@bob'}");
  }

  @Test
  void whatALostConnectionSaidBeforeIsNotDealtWith() {
    ada.says("createRoom");
    work();
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.says("guestOfferSignal", "{offerSignal: 1}");
    bob.losesConnection();

    work();

    ada.hears("clientJoined");
    ada.hears("clientDisconnected");
  }

  @Test
  void aUrlClientsSignalsWaitForItsJoin() {
    String code = talk.lobby().openRoom().value();
    Speaker host = talk.connectsByUrl("host", code, true);
    work();
    Speaker guest = talk.connectsByUrl("guest", code, false);
    guest.says("guestOfferSignal", "{offerSignal: 1}");
    host.hearsNothing();

    work();

    host.hearsExactly("guestOfferSignal", "{offerSignal: 1, clientId: '@guest'}");
  }

  @Test
  void whoWasTakenOverMeanwhileHasNoSay() {
    ada.says("createRoom");
    work();
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    work();
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    Speaker phone = talk.connects("phone");

    phone.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + bob.token() + "'}");
    bob.says("leaveRoom");
    work();

    phone.hears("identity", "{resumed: true}");
    phone.hears("roomJoined", "{reconnected: true}");
    bob.isClosedWith(4001);
    Room room = talk.lobby().room(new RoomCode("bbbbb")).orElseThrow();
    assertThat(room.clients()).hasSize(2).allMatch(Client::connected);
  }

  @Test
  void aRoomGoesOnWhenTheExecutorWasFullForAMoment() {
    ada.says("createRoom");
    work();
    ada.hears("roomCreated");

    full = true;
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    full = false;
    bob.says("leaveRoom");
    work();

    bob.hears("roomJoined");
    bob.hears("roomLeft");
    ada.hears("clientJoined");
    ada.hears("clientLeft");
  }

  private void post(Runnable task) {
    if (full) {
      throw new RejectedExecutionException("full");
    }
    posted.add(task);
  }

  private void work() {
    while (!posted.isEmpty()) {
      posted.remove().run();
    }
  }
}
