package io.groovejet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Room codes as people type them. */
final class RoomCodeTest {

  private static final RoomCode CODE = new RoomCode("bcdfg");

  @ParameterizedTest
  @ValueSource(
      strings = {"bcdfg", "BCDFG", "bCdFg", "bcd-fg", "bcd fg", " b c-d--f  g ", "-bcdfg-"})
  void caseSpacesAndHyphensMakeNoDifference(String typed) {
    assertThat(RoomCode.parse(typed)).contains(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", " - -- "})
  void nothingElseIsNoCode(String typed) {
    assertThat(RoomCode.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bcdfg\u00a0",
        "bcd\u2010fg",
        "bcd\u2013fg",
        "bcd\tfg",
        "bcdfg\n",
        "bcdfg\u0000",
        "\ufeffbcdfg",
        "bcd_fg",
        "b\u0441dfg",
        "\uff42cdfg",
        "bcdfg\uD83D\uDE00"
      })
  void aForeignCharacterMakesAnotherCode(String typed) {
    RoomCode code = RoomCode.parse(typed).orElseThrow();

    assertThat(code).isNotEqualTo(CODE);
  }

  @Test
  void onlyAsciiLettersHaveCases() {
    assertThat(RoomCode.parse("K\u212a")).contains(new RoomCode("k\u212a"));
    assertThat(RoomCode.parse("I\u0130\u0131")).contains(new RoomCode("i\u0130\u0131"));
    assertThat(RoomCode.parse("S\u017f\u1e9e")).contains(new RoomCode("s\u017f\u1e9e"));
    assertThat(RoomCode.parse("\u00c9")).contains(new RoomCode("\u00c9"));
  }

  @Test
  void aTurkishServerReadsTheSameCodes() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(RoomCode.parse("BIDI")).contains(new RoomCode("bidi"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bcdfg", "bcd-fg", "bcd fg"})
  void aTextThatIsNotCanonicalIsNoCode(String text) {
    assertThatThrownBy(() -> new RoomCode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theAlphabetHasNoVowelsAndNoLookalikes() {
    assertThat(RoomCode.ALPHABET)
        .hasSize(23)
        .doesNotContainPattern("[aeiouy0125l89]")
        .isEqualTo(RoomCode.parse(RoomCode.ALPHABET).orElseThrow().value());
  }
}
