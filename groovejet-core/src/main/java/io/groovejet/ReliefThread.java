package io.groovejet;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks one after the other on a thread of its own, which comes and goes with them. */
final class ReliefThread implements Executor {

  private final ThreadPoolExecutor thread;
  private final Executor calling;

  /**
   * No thread yet.
   *
   * @param calling runs a task on the thread that brings it
   */
  ReliefThread(Executor calling) {
    this.calling = calling;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread relief = new Thread(task, "groovejet-relief");
              relief.setDaemon(true);
              // Born where somebody is relieved, it must not keep that web application's classes.
              relief.setContextClassLoader(ReliefThread.class.getClassLoader());
              return relief;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(() -> calling.execute(task));
  }
}
