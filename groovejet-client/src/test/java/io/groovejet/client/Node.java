package io.groovejet.client;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What this machine's own Node.js said, and how it ended. */
record Node(String output, int exitCode) {

  private static final List<String> NAMES = List.of("node", "node.exe");

  /** Runs a program of this package. Without Node.js the test is aborted, or fails in CI. */
  static Node run(Stream<String> arguments) throws IOException, InterruptedException {
    Path node = executable();
    List<String> command = Stream.concat(Stream.of(node.toString()), arguments).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Node(output, process.waitFor());
  }

  /** Ends the test for want of something: as aborted, or where {@code CI=true} as failed. */
  static void isMissing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      Assertions.fail(reason);
    }
    Assumptions.abort(reason);
  }

  private static Path executable() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    List<Path> found =
        Stream.of(path.split(File.pathSeparator, -1))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .toList();
    if (found.isEmpty()) {
      isMissing("no Node.js on the PATH");
    }
    return found.get(0);
  }
}
