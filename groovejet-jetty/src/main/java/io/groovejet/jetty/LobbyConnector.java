package io.groovejet.jetty;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connector for many who come and go: the thread of a selector begins and ends what it serves
 * itself. Jetty has a thread of its pool do either, so that where hundreds connect up to 200 of
 * them compete with the one that players wait for. Newcomers are let in a few at a time, so that
 * nobody waits until all of a rush are.
 *
 * <p>It has a selector for each processor, as nothing of the lobby blocks. Requests for handlers
 * that do, and the end of their connections, are the pool's as ever. What listens to connections
 * ({@link org.eclipse.jetty.io.Connection.Listener}) must not block.
 */
public final class LobbyConnector extends ServerConnector {

  private static final int ACCEPTORS = 0; // no thread that is woken for each who connects
  private static final int PAUSE_SECONDS = 1; // when there are no files left
  private static final ThreadLocal<Boolean> ENDING = ThreadLocal.withInitial(() -> false);

  private final AtomicBoolean pausing = new AtomicBoolean();

  /** A connector of that server for HTTP. */
  public LobbyConnector(Server server) {
    this(server, new HttpConnectionFactory());
  }

  /** A connector of that server for whatever these factories speak. */
  public LobbyConnector(Server server, ConnectionFactory... factories) {
    super(server, ACCEPTORS, Runtime.getRuntime().availableProcessors(), factories);
  }

  /** Ends a client's socket, and whatever follows from it, on this thread. */
  static void endAtOnce(Runnable end) {
    boolean ending = ENDING.get();
    ENDING.set(true);
    try {
      end.run();
    } finally {
      ENDING.set(ending);
    }
  }

  @Override
  protected SelectorManager newSelectorManager(
      Executor executor, Scheduler scheduler, int selectors) {
    return new Selectors(executor, scheduler, selectors);
  }

  /** Jetty would try again at once, for ever. */
  private void acceptLater(IOException noFilesLeft) {
    setAccepting(false);
    if (pausing.compareAndSet(false, true)) {
      LOG.warn("nobody is accepted for {} s", PAUSE_SECONDS, noFilesLeft);
      getScheduler().schedule(this::acceptAgain, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void acceptAgain() {
    pausing.set(false);
    setAccepting(isRunning());
  }

  private final class Selectors extends ServerConnectorManager {

    private int accepted; // in this round, by the thread of the selector that accepts

    private Selectors(Executor executor, Scheduler scheduler, int selectors) {
      super(executor, scheduler, selectors);
    }

    /** Accepts a few in a round: Jetty asks for the next until there is none. */
    @Override
    protected @Nullable SelectableChannel doAccept(SelectableChannel server) {
      if (accepted == LobbySelector.IN_A_ROUND) {
        accepted = 0;
        return null;
      }
      SelectableChannel newcomer = null;
      try {
        newcomer = super.doAccept(server);
      } catch (IOException noFilesLeft) {
        acceptLater(noFilesLeft);
      }
      accepted = newcomer == null ? 0 : accepted + 1;
      return newcomer;
    }

    @Override
    protected ManagedSelector newSelector(int id) {
      return new LobbySelector(this, id);
    }

    @Override
    protected void execute(Runnable task) {
      if (LobbySelector.begins(task) || ENDING.get()) { // this is its thread
        task.run();
      } else {
        super.execute(task);
      }
    }
  }
}
