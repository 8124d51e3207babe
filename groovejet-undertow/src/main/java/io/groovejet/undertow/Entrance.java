package io.groovejet.undertow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;

/**
 * Lets newcomers in, a few in each round of an I/O thread. Each connection is a task of its thread,
 * and the thread does all its tasks, however many come meanwhile, before it looks at its sockets
 * again; so whoever waits is let in by a socket of its own. Used by its thread only.
 */
final class Entrance implements Executor {

  private static final int IN_A_ROUND = 8;

  private final StreamSinkChannel bell; // of a pipe that stays empty: rings whenever it is asked to
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int came; // since the bell rang

  private Entrance(StreamSinkChannel bell) {
    this.bell = bell;
  }

  static Entrance to(XnioIoThread thread) {
    try {
      Entrance entrance = new Entrance(thread.createHalfDuplexPipe().getRightSide());
      entrance.bell.getWriteSetter().set(rings -> entrance.goOn());
      return entrance;
    } catch (IOException noMoreFiles) {
      throw new UncheckedIOException(noMoreFiles);
    }
  }

  @Override
  public void execute(Runnable newcomer) {
    waiting.add(newcomer);
    if (came < IN_A_ROUND) {
      letIn();
    }
  }

  private void goOn() {
    came = 0;
    letIn();
    if (came < IN_A_ROUND) {
      bell.suspendWrites();
    }
  }

  private void letIn() {
    try {
      while (came < IN_A_ROUND && !waiting.isEmpty()) {
        came++;
        waiting.remove().run();
      }
    } finally {
      if (came == IN_A_ROUND) {
        bell.resumeWrites();
      }
    }
  }
}
