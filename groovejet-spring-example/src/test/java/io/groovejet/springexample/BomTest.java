package io.groovejet.springexample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM knows whatever is published. */
class BomTest {

  private static final Path ALL = Path.of("..");

  @Test
  void itHoldsEveryModuleThatIsPublished() {
    List<String> published =
        found("<module>(.+)</module>", read(ALL.resolve("pom.xml"))).stream()
            .filter(module -> !module.equals("groovejet-bom"))
            .filter(
                module ->
                    !read(ALL.resolve(module).resolve("pom.xml")).contains("maven.deploy.skip"))
            .toList();

    List<String> held =
        found("<artifactId>(.+)</artifactId>", read(ALL.resolve("groovejet-bom/pom.xml")));

    assertThat(held).containsAll(published).contains("groovejet-core", "groovejet-client");
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
