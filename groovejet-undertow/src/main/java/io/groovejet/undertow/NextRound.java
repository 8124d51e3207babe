package io.groovejet.undertow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;

/**
 * Puts things off to the next round of an I/O thread. The thread does all its tasks, however many
 * come meanwhile, before it looks at its sockets again; so what is to come after others is called
 * by a socket of its own. Used by its thread only.
 */
final class NextRound implements Executor {

  private final StreamSinkChannel bell; // of a pipe that stays empty: rings whenever it is asked to
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private NextRound(StreamSinkChannel bell) {
    this.bell = bell;
  }

  /**
   * That of a thread.
   *
   * @param ended runs when the thread ends
   */
  static NextRound of(XnioIoThread thread, Runnable ended) {
    try {
      NextRound next = new NextRound(thread.createHalfDuplexPipe().getRightSide());
      next.bell.getWriteSetter().set(rings -> next.begins());
      next.bell.getCloseSetter().set(closed -> ended.run());
      return next;
    } catch (IOException noMoreFiles) {
      throw new UncheckedIOException(noMoreFiles);
    }
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    bell.resumeWrites();
  }

  private void begins() {
    int now = waiting.size();
    try {
      for (int done = 0; done < now; done++) {
        waiting.remove().run();
      }
    } finally {
      if (waiting.isEmpty()) {
        bell.suspendWrites();
      }
    }
  }
}
