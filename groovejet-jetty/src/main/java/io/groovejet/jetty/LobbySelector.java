package io.groovejet.jetty;

import java.io.Closeable;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

/**
 * A selector whose thread lets newcomers in a few in each round. Jetty's does all that were
 * accepted since the last one, however many, before it looks at its sockets again.
 */
final class LobbySelector extends ManagedSelector {

  static final int IN_A_ROUND = 8;

  private final Queue<SelectorUpdate> newcomers = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean due = new AtomicBoolean(); // a round will let some in

  LobbySelector(SelectorManager manager, int id) {
    super(manager, id);
  }

  /** Whether it begins a connection: of Jetty's updates only that is a task as well. */
  static boolean begins(Object update) {
    return update instanceof SelectorUpdate && update instanceof Runnable;
  }

  @Override
  public void submit(SelectorUpdate update) {
    if (!begins(update)) {
      super.submit(update);
      return;
    }
    newcomers.add(update);
    letInSoon();
  }

  private void letInSoon() {
    if (!newcomers.isEmpty() && due.compareAndSet(false, true)) {
      super.submit(this::letIn);
    }
  }

  private void letIn(Selector selector) {
    try {
      for (int in = 0; in < IN_A_ROUND && !newcomers.isEmpty(); in++) {
        newcomers.remove().update(selector);
      }
    } finally {
      due.set(false);
      letInSoon(); // in the next round
    }
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    newcomers.forEach(tooLate -> IO.close((Closeable) tooLate));
    newcomers.clear();
  }
}
