package io.groovejet;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A user's executor, and the thread that brings a task where that refuses it, being full or shut
 * down: a room whose work got lost would wait for it for ever. A thread that is at a task already
 * does another after it, not inside it.
 */
final class NeverRefusing implements Executor {

  private final Executor executor;
  private final Executor onThisThread = new CallingThread();

  NeverRefusing(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    try {
      executor.execute(() -> onThisThread.execute(task));
    } catch (RejectedExecutionException fullOrShutDown) {
      onThisThread.execute(task);
    }
  }
}
