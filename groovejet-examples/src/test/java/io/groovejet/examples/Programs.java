package io.groovejet.examples;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine that tests need. */
final class Programs {

  private Programs() {}

  /** The first of these on the PATH. Without any the test is aborted, or fails where CI=true. */
  static Path orAbort(String... names) {
    return orAbort(find(names), "there is no " + String.join(" or ", names));
  }

  /** The program that was found. Without one the test is aborted, or fails where CI=true. */
  static Path orAbort(Optional<Path> found, String reason) {
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      Assertions.fail(reason);
    }
    Assumptions.assumeTrue(found.isPresent(), reason);
    return found.orElseThrow();
  }

  /** The first of these on the PATH. */
  static Optional<Path> find(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
