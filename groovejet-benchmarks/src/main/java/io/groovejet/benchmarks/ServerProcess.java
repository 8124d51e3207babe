package io.groovejet.benchmarks;

import io.groovejet.examples.ExampleServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example server in a process of its own. */
record ServerProcess(Process process, URI endpoint) implements AutoCloseable {

  /** Starts it; it accepts connections when this returns. */
  static ServerProcess start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ExampleServer.class.getName());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null || !line.startsWith("READY http")) {
      throw new IOException("the server did not start");
    }
    return new ServerProcess(
        process, URI.create(line.split(" ", -1)[1].replaceFirst("http", "ws")));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
