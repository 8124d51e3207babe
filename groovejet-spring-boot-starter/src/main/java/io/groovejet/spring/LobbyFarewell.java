package io.groovejet.spring;

import io.groovejet.Lobby;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Sends all clients away when the application stops, before its web server does; they have a moment
 * to hear it. Threads: Spring's, and a pool's while it waits.
 */
final class LobbyFarewell implements SmartLifecycle {

  private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 512;
  private static final long LOOK_EVERY_MILLIS = 20;

  private final Lobby lobby;
  private final Duration spread;
  private final Duration patience;
  private volatile boolean running; // between start and stop

  LobbyFarewell(Lobby lobby, Duration spread, Duration patience) {
    this.lobby = lobby;
    this.spread = spread;
    this.patience = patience;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    lobby.drain(spread);
  }

  @Override
  public void stop(Runnable done) {
    stop();
    awaitSilence(System.nanoTime() + patience.toNanos(), done);
  }

  private void awaitSilence(long until, Runnable done) {
    if (lobby.report().sockets() == 0 || System.nanoTime() - until >= 0) {
      done.run();
      return;
    }
    var unused =
        CompletableFuture.runAsync(
            () -> awaitSilence(until, done),
            CompletableFuture.delayedExecutor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_WEB_SERVER;
  }
}
