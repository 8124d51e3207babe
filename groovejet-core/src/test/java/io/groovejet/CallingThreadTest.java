package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tasks run on the thread that brings them, one after the other. */
final class CallingThreadTest {

  private final CallingThread executor = new CallingThread();
  private final List<String> story = new ArrayList<>();

  @Test
  void aTaskRunsAtOnceOnThisThread() {
    Thread[] ran = new Thread[1];

    executor.execute(() -> ran[0] = Thread.currentThread());

    assertThat(ran[0]).isSameAs(Thread.currentThread());
  }

  @Test
  void whatATaskBringsRunsAfterItInOrder() {
    executor.execute(
        () -> {
          executor.execute(() -> story.add("second"));
          executor.execute(
              () -> {
                executor.execute(() -> story.add("fourth"));
                story.add("third");
              });
          story.add("first");
        });

    assertThat(story).containsExactly("first", "second", "third", "fourth");
  }

  @Test
  void aHundredThousandTasksInARowDoNotDeepenTheStack() {
    AtomicInteger count = new AtomicInteger();

    executor.execute(() -> again(count));

    assertThat(count).hasValue(100_000);
  }

  @Test
  void aTaskThatBreaksStopsNoOther() {
    Runnable broken =
        () -> {
          executor.execute(() -> story.add("after"));
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(() -> executor.execute(broken)).hasMessage("broken");

    assertThat(story).containsExactly("after");
  }

  @Test
  void threadsDoNotWaitForEachOther() {
    executor.execute(
        () -> {
          CompletableFuture<Void> elsewhere =
              CompletableFuture.runAsync(() -> executor.execute(() -> story.add("elsewhere")));
          elsewhere.orTimeout(30, TimeUnit.SECONDS).join();
          story.add("here");
        });

    assertThat(story).containsExactly("elsewhere", "here");
  }

  private void again(AtomicInteger count) {
    if (count.incrementAndGet() < 100_000) {
      executor.execute(() -> again(count));
    }
  }
}
