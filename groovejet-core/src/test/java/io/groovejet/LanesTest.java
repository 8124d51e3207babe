package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.protocol.RoomCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work for one room runs one at a time and in order; rooms do not wait for each other. */
final class LanesTest {

  private static final RoomCode ONE = new RoomCode("one");
  private static final RoomCode TWO = new RoomCode("two");

  private final Queue<Runnable> posted = new ArrayDeque<>();
  private final Queue<Runnable> relieved = new ArrayDeque<>();
  private final Lanes lanes = new Lanes(posted::add, relieved::add);
  private final List<String> story = new ArrayList<>();

  @Test
  void aFreeLaneIsPostedOnceForAllThatComes() {
    lanes.run(ONE, () -> story.add("a"));
    lanes.run(ONE, () -> story.add("b"));
    lanes.run(ONE, () -> story.add("c"));
    assertThat(story).isEmpty();
    assertThat(posted).hasSize(1);
    assertThat(lanes.busy()).isEqualTo(1);

    posted.remove().run();

    assertThat(story).containsExactly("a", "b", "c");
    assertThat(lanes.busy()).isZero();
  }

  @Test
  void whatComesMeanwhileIsRunByWhoeverIsBusy() {
    lanes.run(
        ONE,
        () -> {
          lanes.run(ONE, () -> story.add("second"));
          story.add("first");
        });

    posted.remove().run();

    assertThat(story).containsExactly("first", "second");
    assertThat(posted).isEmpty();
  }

  @Test
  void whoIsBusyDoesAllThatItBroughtItself() {
    lanes.run(ONE, () -> bring(20));

    posted.remove().run();

    assertThat(story).hasSize(20);
    assertThat(relieved).isEmpty();
    assertThat(lanes.busy()).isZero();
  }

  @Test
  void whoIsBusyIsRelievedOfWhatOthersBring() throws InterruptedException {
    lanes.run(ONE, () -> story.add("first"));
    Thread other = new Thread(() -> bring(20));
    other.start();
    other.join();

    posted.remove().run();
    assertThat(story).hasSize(8);
    assertThat(lanes.busy()).isEqualTo(1);

    lanes.run(ONE, () -> story.add("last"));
    while (!relieved.isEmpty()) {
      relieved.remove().run();
    }
    assertThat(story).containsExactlyElementsOf(firstAndLast(20));
    assertThat(posted).isEmpty();
    assertThat(lanes.busy()).isZero();
  }

  private void bring(int many) {
    IntStream.range(0, many)
        .forEach(number -> lanes.run(ONE, () -> story.add(Integer.toString(number))));
  }

  private static List<String> firstAndLast(int between) {
    return Stream.of(
            Stream.of("first"),
            IntStream.range(0, between).mapToObj(Integer::toString),
            Stream.of("last"))
        .flatMap(words -> words)
        .toList();
  }

  @Test
  void aLaneThatWasLeftIsPostedAgain() {
    lanes.run(ONE, () -> story.add("a"));
    posted.remove().run();

    lanes.run(ONE, () -> story.add("b"));
    posted.remove().run();

    assertThat(story).containsExactly("a", "b");
    assertThat(lanes.busy()).isZero();
  }

  @Test
  void differentRoomsDoNotWait() {
    lanes.run(ONE, () -> story.add("one"));
    lanes.run(TWO, () -> story.add("two"));
    Runnable one = posted.remove();
    Runnable two = posted.remove();

    two.run();
    assertThat(story).containsExactly("two");
    assertThat(lanes.busy()).isEqualTo(1);
    one.run();

    assertThat(story).containsExactly("two", "one");
    assertThat(lanes.busy()).isZero();
  }

  @Test
  void workThatBreaksDoesNotBlockItsLane() {
    lanes.run(
        ONE,
        () -> {
          throw new IllegalStateException("broken");
        });
    lanes.run(ONE, () -> story.add("after"));

    assertThatThrownBy(() -> posted.remove().run()).hasMessage("broken");
    posted.remove().run();

    assertThat(story).containsExactly("after");
    assertThat(lanes.busy()).isZero();
  }

  @Test
  void onTheCallingThreadLanesThatLeadToLanesDoNotDeepenTheStack() {
    Lanes direct = new Lanes(new CallingThread(), relieved::add);
    AtomicInteger count = new AtomicInteger();

    hop(direct, count);

    assertThat(count).hasValue(100_000);
    assertThat(direct.busy()).isZero();
  }

  @Test
  @Timeout(60)
  void underStressOrderIsKeptAndNothingIsLost() throws InterruptedException {
    int rooms = 8;
    int senders = 4;
    int each = 5_000;
    ExecutorService pool = Executors.newFixedThreadPool(3);
    ExecutorService callers = Executors.newFixedThreadPool(senders);
    Lanes busy = new Lanes(pool, pool);
    CountDownLatch done = new CountDownLatch(senders * each);
    List<Room> seen = IntStream.range(0, rooms).mapToObj(i -> new Room(senders)).toList();

    IntStream.range(0, senders)
        .forEach(
            sender ->
                callers.execute(
                    () ->
                        IntStream.range(0, each)
                            .forEach(
                                i ->
                                    busy.run(
                                        new RoomCode("room" + i % rooms),
                                        () -> {
                                          seen.get(i % rooms).entered(sender, i);
                                          done.countDown();
                                        }))));
    assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
    callers.shutdown();
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    assertThat(seen).allMatch(room -> room.faults == 0);
    assertThat(seen.stream().mapToInt(room -> room.count).sum()).isEqualTo(senders * each);
    assertThat(busy.busy()).isZero();
  }

  private static void hop(Lanes direct, AtomicInteger count) {
    if (count.get() < 100_000) {
      RoomCode next = count.incrementAndGet() % 2 == 0 ? ONE : TWO;
      direct.run(next, () -> hop(direct, count));
    }
  }

  /** What one room saw; without locks, since its lane is the lock. */
  private static final class Room {

    private final int[] last; // of each sender
    private final AtomicInteger inside = new AtomicInteger();
    private int count; // how much work ran
    private int faults; // how often it was not alone, or out of order

    private Room(int senders) {
      last = new int[senders];
      Arrays.fill(last, -1);
    }

    private void entered(int sender, int number) {
      boolean alone = inside.incrementAndGet() == 1;
      faults += alone && number > last[sender] ? 0 : 1;
      last[sender] = number;
      count++;
      inside.decrementAndGet();
    }
  }
}
