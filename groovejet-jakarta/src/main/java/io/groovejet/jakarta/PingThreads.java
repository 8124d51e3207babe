package io.groovejet.jakarta;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads to send pings on, since a Jakarta WebSocket ping may block. Idle ones end by themselves,
 * so there is nothing to stop.
 */
final class PingThreads {

  private static final int THREADS = 8;
  private static final long IDLE_SECONDS = 5;

  private PingThreads() {}

  static Executor create() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            PingThreads::daemon);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread daemon(Runnable pings) {
    Thread thread = new Thread(pings, "groovejet-ping");
    thread.setDaemon(true);
    thread.setContextClassLoader(PingThreads.class.getClassLoader()); // not the web application's
    return thread;
  }
}
