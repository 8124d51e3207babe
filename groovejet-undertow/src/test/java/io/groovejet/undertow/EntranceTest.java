package io.groovejet.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

class EntranceTest {

  private final List<Integer> in = new ArrayList<>(); // this and the next are the thread's
  private final List<Integer> inAfterEachRound = new ArrayList<>();
  private XnioWorker worker;

  @BeforeEach
  void start() throws Exception {
    worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
  }

  @AfterEach
  void stop() throws Exception {
    worker.shutdown();
    worker.awaitTermination();
  }

  @Test
  void thoseWhoComeTogetherAreLetInAFewInEachRoundInOrder() throws Exception {
    CompletableFuture<Void> all = new CompletableFuture<>();
    XnioIoThread thread = worker.getIoThread();

    thread.execute(() -> come(20, thread, all));
    all.get(10, TimeUnit.SECONDS);

    assertThat(in).containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    assertThat(inAfterEachRound).containsExactly(8, 16, 20);
  }

  @Test
  void aNewcomerThatBreaksKeepsNobodyOut() throws Exception {
    CompletableFuture<Void> all = new CompletableFuture<>();
    XnioIoThread thread = worker.getIoThread();

    thread.execute(() -> comeWithOneBroken(thread, all));
    all.get(10, TimeUnit.SECONDS);

    assertThat(in).containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
  }

  private void comeWithOneBroken(XnioIoThread thread, CompletableFuture<Void> all) {
    Entrance entrance = new Entrance(NextRound.of(thread, () -> {}));
    for (int i = 0; i < 20; i++) {
      int number = i;
      entrance.execute(
          () -> {
            in.add(number);
            if (number == 10) {
              throw new IllegalStateException("broken for a test");
            }
            if (number == 19) {
              all.complete(null);
            }
          });
    }
  }

  private void come(int newcomers, XnioIoThread thread, CompletableFuture<Void> all) {
    Entrance entrance = new Entrance(NextRound.of(thread, () -> {}));
    Runnable endOfRound =
        () -> {
          inAfterEachRound.add(in.size());
          if (in.size() == newcomers) {
            all.complete(null);
          }
        };
    for (int i = 0; i < newcomers; i++) {
      int number = i;
      entrance.execute(
          () -> {
            in.add(number);
            if (number % 8 == 0) {
              thread.execute(endOfRound);
            }
          });
    }
  }
}
