package io.groovejet.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A relay on npm's {@code ws} in Node, fetched when it is first wanted. */
final class NodeRelay {

  static final String NODE = "node";

  private static final String SOURCE = "/io/groovejet/benchmarks/bare/ws-relay.mjs";
  private static final Path HOME = Path.of("target", "ws-relay");

  private NodeRelay() {}

  /** The script, next to the package it needs. */
  static Path script() {
    Path script = HOME.resolve("relay.mjs");
    try {
      Files.createDirectories(HOME);
      try (InputStream source = NodeRelay.class.getResourceAsStream(SOURCE)) {
        Files.copy(Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.isDirectory(HOME.resolve("node_modules/ws"))) {
        fetch();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return script;
  }

  private static void fetch() throws IOException {
    Process npm =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--silent", "ws@8")
            .directory(HOME.toFile())
            .inheritIO()
            .start();
    if (npm.onExit().join().exitValue() != 0) {
      throw new IOException("npm could not fetch ws");
    }
  }
}
