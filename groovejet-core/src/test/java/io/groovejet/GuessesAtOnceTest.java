package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Limits;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protocol section 8: the guesses of an address hold however many it makes at once. */
final class GuessesAtOnceTest {

  private static final int GUESSES = 3;
  private static final AddressLimits STRICT =
      new AddressLimits(100, 20, 100, GUESSES, Duration.ofMinutes(10));

  private final Queue<Runnable> posted = new ArrayDeque<>();
  private final Conversation talk =
      Conversation.begin(
          builder ->
              builder
                  .store(new InMemoryRoomStore(), posted::add)
                  .limits(Limits.ofDefaults().withPerAddress(STRICT)));
  private final Speaker ada = talk.connects("ada");

  @BeforeEach
  void adaHasARoom() {
    ada.says("createRoom", "{password: 'secret'}");
    work();
    ada.hears("roomCreated", "{roomCode: 'bbbbb'}");
  }

  @AfterEach
  void everythingWasHeard() {
    talk.close();
    work();
    assertThat(talk.lobby().report().addresses()).isEqualTo(1); // that of her room
  }

  @Test
  void notOneTooManyIsLookedAt() {
    List<Speaker> all = crowd(6);
    all.forEach(one -> one.says("joinRoom", "{roomCode: 'wrong'}"));

    work();

    all.subList(0, GUESSES).forEach(one -> one.hearsError("noRoomFound"));
    all.subList(GUESSES, 6).forEach(GuessesAtOnceTest::hearsThatItIsLockedOut);
  }

  @Test
  void aRightOneBehindThemIsRefusedAlike() {
    List<Speaker> all = crowd(5);
    all.subList(0, 4).forEach(one -> one.says("joinRoom", "{roomCode: 'bbbbb', password: '?'}"));
    all.get(4).says("joinRoom", "{roomCode: 'bbbbb', password: 'secret'}");

    work();

    all.subList(0, GUESSES).forEach(one -> one.hearsError("wrongPassword"));
    all.subList(GUESSES, 5).forEach(GuessesAtOnceTest::hearsThatItIsLockedOut);
  }

  @Test
  void whoeverKnowsTheCodeIsLetInHoweverManyComeAtOnce() {
    List<Speaker> all = crowd(6);
    all.forEach(one -> one.says("joinRoom", "{roomCode: 'bbbbb', password: 'secret'}"));

    work();

    for (int i = 0; i < 6; i++) {
      all.get(i).hears("roomJoined");
      ada.hears("clientJoined");
      all.subList(0, i).forEach(earlier -> earlier.hears("clientJoined"));
    }
  }

  @Test
  void whoeverProvesAHeldSeatIsLetInBehindWrongOnes() {
    Speaker bob = talk.connects("bob");
    bob.says("joinRoom", "{roomCode: 'bbbbb', password: 'secret'}");
    work();
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    List<Speaker> all = crowd(GUESSES);
    all.forEach(one -> one.says("joinRoom", "{roomCode: 'wrong'}"));

    Speaker phone = talk.connects("phone");
    phone.says("joinRoom", "{roomCode: 'bbbbb', clientToken: '" + bob.token() + "'}");
    phone.hears("identity", "{resumed: true}");
    work();

    all.forEach(one -> one.hearsError("noRoomFound"));
    bob.isClosedWith(4001);
    phone.hears("roomJoined", "{reconnected: true}");
  }

  @Test
  void aUrlClientWaitsLikeOthers() {
    List<Speaker> all = crowd(GUESSES);
    all.forEach(one -> one.says("joinRoom", "{roomCode: 'wrong'}"));
    Speaker guest = talk.connectsByUrl("guest", "bbbbb", false);
    guest.hearsNothing();

    work();

    all.forEach(one -> one.hearsError("noRoomFound"));
    guest.hearsError("rateLimited");
    guest.isClosedWith(4008);
  }

  private List<Speaker> crowd(int size) {
    return IntStream.range(0, size).mapToObj(i -> talk.connects("client " + i)).toList();
  }

  private static void hearsThatItIsLockedOut(Speaker speaker) {
    speaker.hearsError("rateLimited", "{retryAfterMillis: 600000}");
  }

  private void work() {
    while (!posted.isEmpty()) {
      posted.remove().run();
    }
  }
}
