package io.groovejet.undertow;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.XnioWorker;

/**
 * Closes sockets that have ended, one after the other on a thread of the worker's: for each one
 * that XNIO's own thread closes it polls all its sockets, and so needs seconds for thousands that
 * end at once; and many threads would take the processors from those that serve.
 */
final class Exit {

  private final XnioWorker worker;
  private final Queue<SocketWire> leaving = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger(); // of those, with the one being closed

  Exit(XnioWorker worker) {
    this.worker = worker;
  }

  void close(SocketWire wire) {
    leaving.add(wire);
    if (count.getAndIncrement() > 0) {
      return;
    }
    try {
      worker.execute(this::closeAll);
    } catch (RejectedExecutionException stopping) {
      closeAll();
    }
  }

  private void closeAll() {
    do {
      leaving.remove().hangUp();
    } while (count.decrementAndGet() > 0);
  }
}
