package io.groovejet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells a lobby's listeners what happens. Ask {@link #isHeard} before making an event. */
final class Herald {

  private static final long IDLE_SECONDS = 10;

  private final Timekeeper timekeeper;
  private final List<Ear> ears = new ArrayList<>(1); // complete before the lobby begins
  private final List<ThreadPoolExecutor> ours = new ArrayList<>(1); // complete as well

  Herald(Timekeeper timekeeper) {
    this.timekeeper = timekeeper;
  }

  /** Tells {@code listener} too, on a thread of its own. */
  void tells(LobbyListener listener) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Herald::thread);
    executor.allowCoreThreadTimeOut(true);
    ours.add(executor);
    ears.add(new Ear(listener, Runnable::run, executor, timekeeper));
  }

  /**
   * Tells {@code listener} too, by {@code executor}, which may run it at once.
   *
   * @param lanes what runs the work on rooms: a task brought to it runs outside of their lanes
   */
  void tells(LobbyListener listener, Executor executor, Executor lanes) {
    ears.add(new Ear(listener, lanes, executor, timekeeper));
  }

  /** Whether anybody listens. */
  boolean isHeard() {
    return !ears.isEmpty();
  }

  void tell(LobbyEvent event) {
    for (Ear ear : ears) {
      ear.hear(event);
    }
  }

  /** What was told so far is still heard; nothing after it. */
  void close() {
    ours.forEach(ThreadPoolExecutor::shutdown);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "groovejet-listener");
    thread.setDaemon(true);
    // Born where something first happens, it must not keep that web application's classes.
    thread.setContextClassLoader(Herald.class.getClassLoader());
    return thread;
  }
}
