package io.groovejet.examples;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The example server without its pages, which answers each line of its input by what it holds. */
final class AttackedServer {

  private AttackedServer() {}

  /** Runs until its input ends. */
  public static void main(String... arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    ExampleOptions options = ExampleOptions.parse(List.of(arguments), new Properties());
    try (Lobby lobby = options.lobby().build()) {
      Site nothing = (method, path) -> new HttpReply(404, List.of(), "");
      InetSocketAddress where = FreeAddress.of(options.address(), options.port());
      RunningServer server = options.transport().start(lobby, nothing, where, options.handshake());
      System.out.println("READY http://127.0.0.1:" + server.port() + "/");
      answer(lobby);
      server.stop();
    }
  }

  private static void answer(Lobby lobby) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.println(lobby.report() + " " + heap / 1024);
    }
  }
}
