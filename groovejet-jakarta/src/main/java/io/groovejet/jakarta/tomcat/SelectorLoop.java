package io.groovejet.jakarta.tomcat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A thread that serves clients whose sockets are ready. In a round it reads a buffer of each, at
 * most, and at its end writes what came up for all. What breaks with one client ends that one only.
 */
final class SelectorLoop {

  private static final Logger LOG = System.getLogger(SelectorLoop.class.getName());
  private static final long GOODBYE_MS = 2000;

  private final Selector selector;
  private final Thread thread;
  private final Errands errands = new Errands();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(ClientFrames.A_TURN);
  private final List<SelectionKey> ready = new ArrayList<>(); // this and below: by its thread only
  private final Set<Served> untold = new HashSet<>(); // have more than the selector knows of
  private boolean broken; // serves nobody any more
  private volatile boolean ending; // set when it is known until when
  private volatile long until;

  private SelectorLoop(Selector selector, Function<Runnable, Thread> threads) {
    this.selector = selector;
    this.thread = threads.apply(this::run);
  }

  /** Starts a thread of that name. */
  static SelectorLoop start(String name) throws IOException {
    return start(Selector.open(), task -> new Thread(task, name));
  }

  /** Starts such a thread, which closes the selector in the end. */
  static SelectorLoop start(Selector selector, Function<Runnable, Thread> threads)
      throws IOException {
    SelectorLoop loop = new SelectorLoop(selector, threads);
    loop.thread.setDaemon(true);
    loop.thread.setContextClassLoader(SelectorLoop.class.getClassLoader());
    try {
      loop.thread.start();
      return loop;
    } catch (RuntimeException | Error noThread) {
      selector.close();
      throw noThread;
    }
  }

  /**
   * Serves this client from now on, until its socket is closed.
   *
   * @return whether it does; if not, it has ended
   */
  boolean serve(Served client, SocketChannel socket) {
    return bring(() -> register(client, socket));
  }

  /** The socket did not take all it was given: its client is to be told when it has room. */
  void awaitRoom(SocketChannel socket) {
    if (Thread.currentThread() == thread) {
      watchForRoom(socket);
    } else {
      bring(() -> watchForRoom(socket));
    }
  }

  /** A socket was closed, and is to be let go. */
  void letGo() {
    if (Thread.currentThread() != thread) {
      selector.wakeup();
    }
  }

  /** Goes on for a moment, in which clients may answer their farewell, then ends. */
  void end() {
    until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MS);
    ending = true;
    selector.wakeup();
  }

  /** Waits for the end, which was asked for. */
  void awaitEnd() throws InterruptedException {
    if (Thread.currentThread() != thread) {
      thread.join(2 * GOODBYE_MS);
    }
  }

  /** Whether it serves nobody any more. */
  boolean hasEnded() {
    return errands.areOver();
  }

  private boolean bring(Runnable errand) {
    boolean taken = errands.add(errand);
    selector.wakeup();
    return taken;
  }

  private void run() {
    try {
      while (!isOver()) {
        guard(() -> Round.of(this::round));
      }
    } finally {
      finish();
    }
  }

  private boolean isOver() {
    return broken || (ending && (System.nanoTime() - until >= 0 || isIdle()));
  }

  private boolean isIdle() {
    return errands.isEmpty() && selector.keys().stream().noneMatch(SelectionKey::isValid);
  }

  private void round() {
    ready.clear();
    forgetInterrupt();
    try {
      select();
    } catch (IOException failure) {
      broken = true;
      throw new UncheckedIOException(failure);
    }
    errands.takeAll().forEach(SelectorLoop::guard);
    Set<Served> again = Set.copyOf(untold);
    untold.clear();
    again.forEach(this::read);
    ready.forEach(key -> serve(key, again));
  }

  private void select() throws IOException {
    if (!untold.isEmpty()) {
      selector.selectNow(ready::add);
    } else if (ending) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      selector.select(ready::add, Math.max(1, left));
    } else {
      selector.select(ready::add);
    }
  }

  private void serve(SelectionKey key, Set<Served> done) {
    Served client = (Served) key.attachment();
    try {
      int operations = key.readyOps();
      if ((operations & SelectionKey.OP_WRITE) != 0) {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
        attend(client, client::writable);
      }
      if ((operations & SelectionKey.OP_READ) != 0 && !done.contains(client)) {
        read(client);
        if ((client.interests() & SelectionKey.OP_READ) == 0) {
          key.interestOpsAnd(~SelectionKey.OP_READ);
        }
      }
    } catch (CancelledKeyException alreadyClosed) {
      return;
    }
  }

  private void read(Served client) {
    attend(client, () -> readOn(client));
  }

  private void readOn(Served client) {
    if (client.read(buffer)) {
      untold.add(client);
    }
  }

  private static void attend(Served client, Runnable work) {
    forgetInterrupt();
    try {
      work.run();
    } catch (RuntimeException | Error broken) {
      LOG.log(Level.ERROR, "A client is dropped, as it could not be served", broken);
      guard(client::hangUp);
    }
  }

  /** Whoever interrupted this thread did not mean the socket that would be closed by it. */
  private static void forgetInterrupt() {
    var unused = Thread.interrupted();
  }

  private static void guard(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error broken) {
      LOG.log(Level.ERROR, "Serving sockets of Tomcat's failed", broken);
    }
  }

  private void register(Served client, SocketChannel socket) {
    attend(
        client,
        () -> {
          try {
            socket.register(selector, client.interests(), client);
            readOn(client); // what came with the request, and what TLS has read ahead
          } catch (ClosedChannelException alreadyClosed) {
            client.hangUp();
          }
        });
  }

  private void watchForRoom(SocketChannel socket) {
    SelectionKey key = socket.keyFor(selector);
    if (key == null) {
      return; // it is yet to be registered, or closed
    }
    try {
      key.interestOpsOr(SelectionKey.OP_WRITE);
    } catch (CancelledKeyException alreadyClosed) {
      return;
    }
  }

  private void finish() {
    errands.end().forEach(SelectorLoop::guard);
    for (SelectionKey key : selector.keys()) {
      guard(((Served) key.attachment())::hangUp);
    }
    try {
      selector.close();
    } catch (IOException inTheEndAllTheSame) {
      return;
    }
  }
}
