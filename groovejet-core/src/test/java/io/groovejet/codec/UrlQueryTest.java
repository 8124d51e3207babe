package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What query strings say in the URL dialect. */
final class UrlQueryTest {

  @Test
  void aGuestNamesACode() {
    UrlQuery query = UrlQuery.parse("code=bcdfg");

    assertThat(query).isEqualTo(new UrlQuery(List.of("bcdfg"), false));
    assertThat(query.choosesUrlDialect()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host=true&code=bcdfg",
        "code=bcdfg&host=true",
        "host=false&code=bcdfg",
        "host=&code=bcdfg",
        "host&code=bcdfg",
        "host=true&host=true&code=bcdfg",
        "h%6fst=1&c%6Fde=%62cdfg",
        "x=1&&host=true&code=bcdfg&=&code2=y",
        "host=%zz&code=bcdfg"
      })
  void anyValueOfHostAsksForTheHostsSeat(String text) {
    assertThat(UrlQuery.parse(text)).isEqualTo(new UrlQuery(List.of("bcdfg"), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&",
        "=",
        "&&=&",
        "x=code",
        "code2=bcdfg",
        "Code=bcdfg",
        "HOST=true",
        "xhost=1",
        "a=code=bcdfg",
        "co+de=bcdfg",
        "c%ode=bcdfg"
      })
  void otherQueriesChooseTheMessageDialect(String text) {
    UrlQuery query = UrlQuery.parse(text);

    assertThat(query).isEqualTo(new UrlQuery(List.of(), false));
    assertThat(query.choosesUrlDialect()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "code=", "code&x=1", "x=1&code="})
  void anEmptyCodeIsACodeAllTheSame(String text) {
    UrlQuery query = UrlQuery.parse(text);

    assertThat(query).isEqualTo(new UrlQuery(List.of(""), false));
    assertThat(query.choosesUrlDialect()).isTrue();
  }

  @Test
  void aRepeatedCodeIsKeptAsOftenAsItStandsThere() {
    assertThat(UrlQuery.parse("code=a&host=1&code=&code=a"))
        .isEqualTo(new UrlQuery(List.of("a", "", "a"), true));
  }

  @Test
  void hostAloneChoosesTheUrlDialect() {
    UrlQuery query = UrlQuery.parse("host");

    assertThat(query).isEqualTo(new UrlQuery(List.of(), true));
    assertThat(query.choosesUrlDialect()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "code=b%43d bCd",
        "code=bcd+fg `bcd fg`",
        "code=bcd%20fg `bcd fg`",
        "code=bcd%2Dfg bcd-fg",
        "code=b=c b=c",
        "code=%C3%A9 \u00e9",
        "code=%F0%9F%98%80 \uD83D\uDE00",
        "code=%26host%3D1 &host=1"
      })
  void aCodeIsDecoded(String text, String code) {
    assertThat(UrlQuery.parse(text)).isEqualTo(new UrlQuery(List.of(code), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "b%", "b%4", "%zz", "b%-1", "%u0041"})
  void aCodeThatCannotBeDecodedIsTakenAsItStands(String code) {
    assertThat(UrlQuery.parse("code=" + code)).isEqualTo(new UrlQuery(List.of(code), false));
  }

  @Test
  void bytesThatAreNoUtf8BecomeReplacementCharacters() {
    assertThat(UrlQuery.parse("code=b%ff")).isEqualTo(new UrlQuery(List.of("b\ufffd"), false));
  }
}
