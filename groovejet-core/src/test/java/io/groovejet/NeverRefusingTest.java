package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** What an executor refuses is done all the same, by whoever brought it. */
final class NeverRefusingTest {

  private final Queue<Runnable> taken = new ArrayDeque<>();
  private final List<String> story = new ArrayList<>();
  private boolean full;
  private final Executor executor = new NeverRefusing(this::takeOrRefuse);

  @Test
  void whatIsTakenIsLeftToTheExecutor() {
    executor.execute(() -> story.add("done"));
    assertThat(story).isEmpty();

    taken.remove().run();

    assertThat(story).containsExactly("done");
  }

  @Test
  void whatIsRefusedIsDoneAtOnce() {
    full = true;

    executor.execute(() -> story.add("done"));

    assertThat(story).containsExactly("done");
  }

  @Test
  void whatIsRefusedDuringATaskIsDoneAfterIt() {
    executor.execute(
        () -> {
          full = true;
          executor.execute(() -> story.add("second"));
          story.add("first");
        });

    taken.remove().run();

    assertThat(story).containsExactly("first", "second");
  }

  private void takeOrRefuse(Runnable task) {
    if (full) {
      throw new RejectedExecutionException("full");
    }
    taken.add(task);
  }
}
