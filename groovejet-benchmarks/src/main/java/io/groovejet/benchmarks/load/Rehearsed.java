package io.groovejet.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Java may keep of a rehearsal, so that it starts faster the next time. */
enum Rehearsed {
  /** An archive of classes, Java 13 and later. */
  CDS("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
  /** A cache of classes and profiles, Java 25 and later. */
  AOT("-XX:AOTCacheOutput=", "-XX:AOTCache=");

  private static final Path FOLDER = Path.of("target", "harness");

  private final String write;
  private final String read;

  Rehearsed(String write, String read) {
    this.write = write;
    this.read = read;
  }

  /** The option to start with, after a rehearsal if there was none. */
  String option(Contender contender, String java) {
    Path file = FOLDER.resolve(contender.name() + "." + name()).toAbsolutePath();
    if (!Files.exists(file)) {
      rehearse(contender, java, file);
    }
    return read + file;
  }

  private void rehearse(Contender contender, String java, Path file) {
    List<String> line = new ArrayList<>(contender.commandLine(java, List.of(write + file)));
    line.add("--rehearse");
    try {
      Files.createDirectories(FOLDER);
      Process rehearsal =
          new ProcessBuilder(line)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      if (rehearsal.onExit().join().exitValue() != 0 || !Files.exists(file)) {
        throw new IllegalStateException("nothing was kept of the rehearsal: " + line);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
