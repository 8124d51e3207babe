package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.LobbyEvent.EventsMissed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.ScriptedNames;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listeners may do, and what they cannot do to anybody. */
@Timeout(60)
final class ListenerTest {

  private static final Logger LOG = Logger.getLogger("io.groovejet.Ear"); // kept, with its handler

  private final ManualTime time = new ManualTime();
  private final Complaints complaints = new Complaints();

  /** Keeps what is logged. */
  private static final class Complaints extends Handler {
    private final List<LogRecord> all = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      all.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void complaintsAreKept() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(complaints);
  }

  @AfterEach
  void complaintsAreNews() {
    LOG.removeHandler(complaints);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void itIsNeverToldWhileARoomWaitsForIt() {
    List<Integer> busyLanes = new ArrayList<>();
    Lobby[] lobby = new Lobby[1];
    LobbyListener curious =
        new LobbyListener() {
          @Override
          public void told(LobbyEvent event) {
            if (lobby[0] != null) {
              busyLanes.add(lobby[0].report().busyLanes());
            }
          }
        };
    try (Conversation talk = Conversation.begin(to -> to.listener(curious, Runnable::run))) {
      lobby[0] = talk.lobby();
      Speaker ada = talk.connects("ada");
      ada.says("createRoom");
      ada.hears("roomCreated");
      ada.losesConnection();
    }

    assertThat(busyLanes).hasSize(6).containsOnly(0);
  }

  @Test
  void oneThatThrowsGoesOnAndIsLoggedOnceAMinute() {
    Notes notes = new Notes();
    LobbyListener clumsy =
        new LobbyListener() {
          @Override
          public void roomOpened(RoomOpened event) {
            throw new IllegalStateException("clumsy");
          }
        };
    try (Lobby lobby =
        lobby(to -> to.listener(clumsy, Runnable::run).listener(notes, Runnable::run))) {
      lobby.openRoom();
      lobby.openRoom();
      time.pass(Duration.ofSeconds(59));
      lobby.openRoom();
      assertThat(notes.take()).hasSize(3);
      assertThat(complaints.all).hasSize(1);
      time.pass(Duration.ofSeconds(1));
      lobby.openRoom();
    }

    assertThat(complaints.all).hasSize(2);
  }

  @Test
  void oneThatIsTooSlowMissesEventsAndIsToldHowMany() {
    List<Runnable> later = new ArrayList<>();
    Notes notes = new Notes();
    int more = 5;
    try (Lobby lobby = lobby(to -> to.listener(notes, later::add))) {
      IntStream.range(0, Ear.MOST_WAITING + more).forEach(i -> lobby.openRoom());
      assertThat(later).hasSize(1);
      later.remove(0).run();
      List<LobbyEvent> heard = notes.take();
      assertThat(heard).hasSize(Ear.MOST_WAITING + 1);
      assertThat(heard.get(Ear.MOST_WAITING)).isEqualTo(new EventsMissed(ManualTime.NOON, more));

      lobby.openRoom();
      later.remove(0).run();
    }

    assertThat(notes.take()).singleElement().isInstanceOf(RoomOpened.class);
    assertThat(complaints.all).hasSize(1);
  }

  @Test
  void anExecutorThatRefusesHarmsNobody() {
    Notes notes = new Notes();
    boolean[] open = {false};
    try (Lobby lobby =
        lobby(
            to ->
                to.listener(
                    notes,
                    task -> {
                      if (!open[0]) {
                        throw new RejectedExecutionException("not now");
                      }
                      task.run();
                    }))) {
      lobby.openRoom();
      lobby.openRoom();
      open[0] = true;
      lobby.openRoom();
    }

    assertThat(notes.take())
        .satisfiesExactly(
            gap -> assertThat(gap).isEqualTo(new EventsMissed(ManualTime.NOON, 2)),
            opened -> assertThat(opened).isInstanceOf(RoomOpened.class));
  }

  @Test
  void withoutAnExecutorItIsToldOnADaemonThreadUntilTheLobbyIsClosed() throws Exception {
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    LobbyListener listener =
        new LobbyListener() {
          @Override
          public void told(LobbyEvent event) {
            threads.add(Thread.currentThread());
          }
        };
    Lobby lobby = lobby(to -> to.listener(listener));
    lobby.openRoom();
    lobby.openRoom();
    Thread thread = threads.take();
    assertThat(threads.take()).isSameAs(thread);
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("groovejet-listener");

    lobby.close();

    thread.join();
    lobby.openRoom();
    assertThat(threads).isEmpty();
  }

  @Test
  void oneThatBlocksHoldsUpNoOther() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(100);
    LobbyListener blocking =
        new LobbyListener() {
          @Override
          public void roomOpened(RoomOpened event) {
            await(blocked);
          }
        };
    LobbyListener counting =
        new LobbyListener() {
          @Override
          public void roomOpened(RoomOpened event) {
            others.countDown();
          }
        };
    try (Lobby lobby = lobby(to -> to.listener(blocking).listener(counting))) {
      IntStream.range(0, 100).forEach(i -> lobby.openRoom());
      await(others);
      blocked.countDown();
    }
    assertThat(others.getCount()).isZero();
  }

  @Test
  void twoLobbiesThatListenToEachOtherDoNotDeadlock() throws Exception {
    int each = 300;
    CountDownLatch told = new CountDownLatch(4 * each);
    Lobby[] lobbies = new Lobby[2];
    for (int i = 0; i < 2; i++) {
      int other = 1 - i;
      LobbyListener joining =
          new LobbyListener() {
            @Override
            public void roomOpened(RoomOpened event) {
              Lobby lobby = lobbies[other];
              assertThat(lobby.room(new RoomCode("nope"))).isEmpty();
              if (told.getCount() > 2L * each) {
                lobby.openRoom();
              }
              told.countDown();
            }
          };
      lobbies[i] =
          lobby(i == 0 ? to -> to.listener(joining) : to -> to.listener(joining, Runnable::run));
    }

    List<Thread> threads =
        List.of(lobbies).stream()
            .map(
                lobby ->
                    new Thread(() -> IntStream.range(0, 2 * each).forEach(i -> lobby.openRoom())))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    await(told);

    assertThat(told.getCount()).isZero();
    for (Lobby lobby : lobbies) {
      lobby.close();
    }
  }

  private Lobby lobby(UnaryOperator<LobbyBuilder> settings) {
    return settings.apply(Lobby.builder().timekeeper(time).names(new ScriptedNames())).build();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
