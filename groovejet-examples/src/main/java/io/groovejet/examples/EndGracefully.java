package io.groovejet.examples;

import io.groovejet.Lobby;
import java.time.Duration;

/** How a server with a lobby ends without surprise for its players. */
final class EndGracefully {

  private EndGracefully() {}

  static void end(Lobby lobby, Runnable stopServer) throws InterruptedException {
    lobby.drain(Duration.ofSeconds(5)); // clients hear it, and come back within 5 s
    for (int i = 0; i < 100 && lobby.report().sockets() > 0; i++) {
      Thread.sleep(20); // most are gone at once, and nobody is waited for longer than 2 s
    }
    stopServer.run();
    lobby.close();
  }

  static void whenTheProcessEnds(Lobby lobby, Runnable stopServer) {
    Thread end =
        new Thread(
            () -> {
              try {
                end(lobby, stopServer);
              } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(end);
  }
}
