package io.groovejet.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LobbySelectorTest {

  private static final int NEWCOMERS = 20;

  private final QueuedThreadPool threads = new QueuedThreadPool();
  private final ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler();
  private final OneSelector selectors = new OneSelector();
  private final List<SocketChannel> newcomers = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    threads.start();
    scheduler.start();
    selectors.start();
    for (int i = 0; i < NEWCOMERS; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      newcomers.add(channel);
    }
  }

  @AfterEach
  void stop() throws Exception {
    selectors.stop();
    scheduler.stop();
    threads.stop();
    for (SocketChannel channel : newcomers) {
      channel.close();
    }
  }

  @Test
  void thoseWhoComeTogetherAreLetInAFewInEachRoundInOrder() throws Exception {
    selectors.selector().submit(round -> newcomers.forEach(selectors::accept));
    selectors.all.get(20, TimeUnit.SECONDS);

    assertThat(selectors.in).containsExactlyElementsOf(newcomers);
    assertThat(selectors.inAfterEachRound).containsExactly(8, 16, 20);
  }

  @Test
  void whoeverIsNotInWhenItStopsIsSentAway() throws Exception {
    selectors.selector().submit(round -> newcomers.forEach(selectors::accept));

    selectors.stop();

    assertThat(newcomers).noneMatch(SocketChannel::isOpen);
  }

  /** Has newcomers that fail once they are in, and notes how many were when a round is over. */
  private final class OneSelector extends SelectorManager {

    private final CompletableFuture<Void> all = new CompletableFuture<>();
    private final List<SelectableChannel> in = new ArrayList<>(); // this and the next are the
    private final List<Integer> inAfterEachRound = new ArrayList<>(); // selector's thread's

    private OneSelector() {
      super(threads, scheduler, 1);
    }

    private ManagedSelector selector() {
      return getBean(ManagedSelector.class);
    }

    @Override
    protected ManagedSelector newSelector(int id) {
      return new LobbySelector(this, id);
    }

    @Override
    protected void execute(Runnable task) {
      if (LobbySelector.begins(task)) {
        task.run();
      } else {
        super.execute(task);
      }
    }

    @Override
    protected void onAccepted(SelectableChannel channel) {
      in.add(channel);
      if (in.size() % 8 == 1) {
        selector().submit(round -> endOfRound());
      }
    }

    private void endOfRound() {
      inAfterEachRound.add(in.size());
      if (in.size() == NEWCOMERS) {
        all.complete(null);
      }
    }

    @Override
    protected EndPoint newEndPoint(
        SelectableChannel channel, ManagedSelector selector, SelectionKey key) throws IOException {
      throw new IOException("not connected");
    }

    @Override
    public Connection newConnection(SelectableChannel channel, EndPoint socket, Object attached) {
      throw new UnsupportedOperationException();
    }
  }
}
