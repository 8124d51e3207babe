package io.groovejet.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may connect. */
final class OriginPolicyTest {

  private static final List<String> NO_ORIGIN = List.of();
  private static final List<String> HERE = List.of("game.example");

  @ParameterizedTest
  @CsvSource({
    "https://game.example, game.example",
    "http://game.example, game.example",
    "https://game.example, game.example:443",
    "http://game.example, game.example:80",
    "https://game.example:443, game.example",
    "http://game.example:80, game.example",
    "https://game.example:8443, game.example:8443",
    "http://localhost:8080, localhost:8080",
    "http://127.0.0.1:8080, 127.0.0.1:8080",
    "http://[::1]:8080, [::1]:8080",
    "https://[2001:db8::1], [2001:db8::1]",
    "https://[2001:DB8::A], [2001:db8::a]:443",
    "HTTPS://Game.Example, gAmE.eXample",
    "http://my_game:8080, my_game:8080",
    "http://game_1.example, game_1.example",
    "http://-game-.example, -game-.example",
    "http://xn--bcher-kva.example, xn--bcher-kva.example",
    "http://1a.2b, 1a.2b",
    "https://game.example., game.example.",
    "capacitor://game.example, game.example"
  })
  void aPageOfTheSameHostAndPortIsLetIn(String origin, String host) {
    assertThat(OriginPolicy.sameHost().allows(List.of(origin), List.of(host))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, game.example",
    "https://game.example.evil.example, game.example",
    "https://evilgame.example, game.example",
    "https://example, game.example",
    "https://game.example:8443, game.example",
    "https://game.example, game.example:8443",
    "https://game.example, game.example:80",
    "http://game.example, game.example:443",
    "http://localhost:8080, localhost:8081",
    "http://localhost:8080, 127.0.0.1:8080",
    "http://[::1]:8080, [::2]:8080",
    "http://[::1]:8080, ::1",
    "https://game.example., game.example",
    "https://game.example, game.example.",
    "null, game.example",
    "null, null"
  })
  void aPageOfAnotherHostOrPortIsNot(String origin, String host) {
    assertThat(OriginPolicy.sameHost().allows(List.of(origin), List.of(host))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "game.example",
        "//game.example",
        "://game.example",
        "https:game.example",
        "https:/game.example",
        "https://",
        "https:///",
        "https://:443",
        "https://game.example/",
        "https://game.example/lobby",
        "https://game.example?x",
        "https://game.example#x",
        "https://ada@game.example",
        "https://ada:pw@game.example",
        "https://@game.example",
        "https://evil.example@game.example",
        "https://evil.example\\@game.example",
        "https://game.example:",
        "https://game.example:x",
        "https://game.example:-1",
        "https://game.example:+443",
        "https://game.example:443:443",
        "https://game.example:99999999999",
        "https://game.example https://evil.example",
        "https://game.example, https://evil.example",
        "https://game .example",
        "https://game.example\u0000",
        "https://g\u00e4me.example",
        "1https://game.example",
        "ht tps://game.example",
        "*",
        "https://*"
      })
  void whatIsNoOriginIsNotLetIn(String origin) {
    assertThat(OriginPolicy.sameHost().allows(List.of(origin), HERE)).isFalse();
  }

  @Test
  void lettersOfOtherAlphabetsDoNotFold() {
    OriginPolicy policy = OriginPolicy.sameHost();

    assertThat(policy.allows(List.of("http://\u212aing.example"), List.of("king.example")))
        .isFalse();
    assertThat(policy.allows(List.of("http://\u017fun.example"), List.of("sun.example"))).isFalse();
    assertThat(policy.allows(List.of("http://king.example"), List.of("\u212aing.example")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "game.example/", "ada@game.example", "game.example:x", "game.example,a"})
  void aHostThatIsNoneIsTheHostOfNoPage(String host) {
    assertThat(OriginPolicy.sameHost().allows(List.of("https://game.example"), List.of(host)))
        .isFalse();
  }

  @Test
  void whoSendsNoOriginIsNoBrowser() {
    assertThat(OriginPolicy.sameHost().allows(NO_ORIGIN, HERE)).isTrue();
    assertThat(OriginPolicy.sameHost().allows(NO_ORIGIN, List.of())).isTrue();
    assertThat(OriginPolicy.listed(List.of("https://a.example")).allows(NO_ORIGIN, HERE)).isTrue();
  }

  @Test
  void whoSendsSeveralOriginsOrHostsIsNotLetIn() {
    OriginPolicy policy = OriginPolicy.sameHost();
    String origin = "https://game.example";

    assertThat(policy.allows(List.of(origin, origin), HERE)).isFalse();
    assertThat(policy.allows(List.of(origin), List.of())).isFalse();
    assertThat(policy.allows(List.of(origin), List.of("game.example", "game.example"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://page.example, https://page.example",
    "https://page.example, HTTPS://Page.Example",
    "https://page.example:443, https://page.example",
    "https://page.example, https://page.example:443",
    "http://page.example:80, http://page.example",
    "http://page.example:8080, http://page.example:8080",
    "HTTP://PAGE.EXAMPLE, http://page.example",
    "http://[::1]:3000, http://[::1]:3000",
    "http://my_page, http://my_page",
    "capacitor://localhost, capacitor://localhost",
    "chrome-extension://abcdefghijklmnop, chrome-extension://abcdefghijklmnop",
    "null, null"
  })
  void aListedPageIsLetIn(String listed, String origin) {
    assertThat(OriginPolicy.listed(List.of(listed)).allows(List.of(origin), HERE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://page.example, http://page.example",
    "https://page.example:80, http://page.example",
    "https://page.example, https://page.example:444",
    "https://page.example, https://www.page.example",
    "https://page.example, https://page.example/",
    "https://page.example, https://ada@page.example",
    "https://page.example, null",
    "null, https://page.example"
  })
  void aListedPageIsKnownByItsSchemeToo(String listed, String origin) {
    assertThat(OriginPolicy.listed(List.of(listed)).allows(List.of(origin), HERE)).isFalse();
  }

  @Test
  void aListAddsToTheSameHost() {
    OriginPolicy policy = OriginPolicy.listed(List.of("https://a.example", "https://b.example"));

    assertThat(policy.allows(List.of("https://a.example"), HERE)).isTrue();
    assertThat(policy.allows(List.of("https://b.example"), List.of())).isTrue();
    assertThat(policy.allows(List.of("https://game.example"), HERE)).isTrue();
    assertThat(policy.allows(List.of("https://c.example"), HERE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "game.example",
        "https://game.example/",
        "https://game.example/lobby",
        "https://game.example?x",
        "https://game.example#x",
        "https://ada@game.example",
        "https://*.game.example",
        "https://game.example:",
        "https://game.example:0x50",
        "https://game.example https://b.example"
      })
  void whatIsNoOriginCannotBeListed(String text) {
    assertThatThrownBy(() -> OriginPolicy.listed(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an origin (scheme://host or scheme://host:port): " + text);
  }

  @Test
  void anyOriginIsAnyOrigin() {
    OriginPolicy policy = OriginPolicy.anyOrigin();

    assertThat(policy.allows(List.of("https://evil.example"), HERE)).isTrue();
    assertThat(policy.allows(List.of("null"), HERE)).isTrue();
    assertThat(policy.allows(List.of("nonsense"), List.of())).isTrue();
    assertThat(policy.allows(NO_ORIGIN, HERE)).isTrue();
  }
}
