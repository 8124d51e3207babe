package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import io.groovejet.HttpReply.Header;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href|from)[= ][\"'](?:\\./)?([\\w./]+)[\"']");

  private static final Page PAGE = Page.alone();

  @ParameterizedTest
  @CsvSource({
    "/, text/html;charset=utf-8",
    "/app.js, text/javascript;charset=utf-8",
    "/style.css, text/css;charset=utf-8",
    "/favicon.svg, image/svg+xml"
  })
  void filesHaveTheirContentTypes(String path, String contentType) {
    HttpReply reply = PAGE.answer("GET", path);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).contains(new Header("Content-Type", contentType));
  }

  @ParameterizedTest
  @MethodSource("references")
  void everyFileThatIsReferredToIsServed(String path) {
    assertThat(PAGE.answer("GET", path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/index.html", "/../Page.class", "/page/app.js", "/app.js/", "//app.js", ""})
  void whatIsNotNamedDoesNotExist(String path) {
    assertThat(PAGE.answer("GET", path).status()).isEqualTo(404);
  }

  @Test
  void thePageCanOnlyBeRead() {
    HttpReply reply = PAGE.answer("DELETE", "/");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).contains(new Header("Allow", "GET, HEAD"));
  }

  @Test
  void itLeadsToTheDashboardOnlyWhereThereIsOne() {
    assertThat(Page.besideADashboard().answer("GET", "/").body()).contains("href=\"dashboard\"");
    assertThat(PAGE.answer("GET", "/").body()).doesNotContainIgnoringCase("dashboard");
  }

  @Test
  void nothingMayBeLoadedFromElsewhere() {
    assertThat(PAGE.answer("GET", "/").headers())
        .anySatisfy(
            header -> {
              assertThat(header.name()).isEqualTo("Content-Security-Policy");
              assertThat(header.value()).startsWith("default-src 'none';").doesNotContain("unsafe");
            });
  }

  static Stream<String> references() {
    Set<String> found = new LinkedHashSet<>();
    collect("/", found);
    return found.stream().filter(path -> !path.startsWith("/client/")); // the lobby serves it
  }

  /** Follows what a file refers to, from file to file. */
  private static void collect(String path, Set<String> found) {
    if (found.add(path)) {
      REFERENCE
          .matcher(PAGE.answer("GET", path).body())
          .results()
          .map(reference -> URI.create(path).resolve(reference.group(1)).toString())
          .forEach(next -> collect(next, found));
    }
  }
}
