package io.groovejet.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show is what the build compiles. */
class DocsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^// …$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
  private static final Pattern KEY = Pattern.compile("(?m)^(groovejet[^=]*)=");

  private record Snippet(String language, String text) {}

  static List<String> pages() {
    return List.of(
        "README.md",
        "SECURITY.md",
        "docs/embedding.md",
        "docs/limits.md",
        "docs/operating.md",
        "docs/testing.md",
        "groovejet-micrometer/README.md",
        "groovejet-spring-boot-starter/README.md");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPieceOfJavaIsSomewhereInOurSources(String page) throws Exception {
    List<String> sources = sources();

    for (String piece : snippets(page, "java").flatMap(LEFT_OUT::splitAsStream).toList()) {
      boolean compiled = sources.stream().anyMatch(it -> it.contains("\n" + piece.strip() + "\n"));
      assertThat(compiled).as("%s shows what nothing compiles:%n%s", page, piece).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void dependenciesAndPropertiesExist(String page) throws Exception {
    String bom = read(ROOT.resolve("groovejet-bom/pom.xml"));
    String properties = read(ROOT.resolve("groovejet-spring-boot-starter/README.md"));
    String version = "<version>" + first(bom, "<version>(.*?)</version>") + "</version>";

    assertThat(snippets(page, "xml").flatMap(xml -> all(ARTIFACT, xml)))
        .allMatch(
            name -> name.equals("groovejet-bom") || bom.contains(">" + name + "</artifactId>"));
    assertThat(snippets(page, "xml").flatMap(xml -> all(Pattern.compile("<version>.*"), xml)))
        .allMatch(line -> line.contains(version));
    assertThat(snippets(page, "properties").flatMap(text -> all(KEY, text)))
        .allMatch(key -> properties.contains("| `" + key + "` |"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(String page) throws Exception {
    Path here = ROOT.resolve(page);

    assertThat(all(LINK, read(ROOT.resolve(page))))
        .allMatch(to -> Files.exists(here.resolveSibling(to)));
  }

  @Test
  void thePageInTheReadmeIsTheOneThatIsTestedInABrowsersPlace() throws Exception {
    Path page = ROOT.resolve("groovejet-spring-example/src/main/resources/static/index.html");
    String tested = trimmed(read(page).replace("?player=somebody", ""));

    for (String html : snippets("README.md", "html").toList()) {
      assertThat(tested).contains(html.lines().skip(2).collect(joining("\n")));
    }
  }

  private static Stream<String> snippets(String page, String language) throws IOException {
    return BLOCK
        .matcher(read(ROOT.resolve(page)))
        .results()
        .map(block -> new Snippet(block.group(1), trimmed(block.group(2))))
        .filter(snippet -> snippet.language().equals(language))
        .map(Snippet::text);
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path parent : List.of(ROOT, ROOT.resolve("groovejet-backend-template"))) {
      try (Stream<Path> modules = Files.list(parent)) {
        modules
            .map(module -> module.resolve("src"))
            .filter(Files::isDirectory)
            .forEach(folder -> sources.addAll(sourcesBelow(folder)));
      }
    }
    return sources;
  }

  private static List<String> sourcesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> trimmed(read(file)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The text without indentation. */
  private static String trimmed(String text) {
    return text.lines().map(String::strip).collect(joining("\n", "\n", "\n")).stripTrailing()
        + "\n";
  }

  private static String first(String text, String pattern) {
    return all(Pattern.compile(pattern), text).findFirst().orElseThrow();
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.groupCount() == 0 ? found.group() : found.group(1));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
