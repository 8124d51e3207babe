package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bytes are UTF-8 (RFC 3629). */
final class Utf8Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\u0000\u007f",
        "\u0080\u07ff",
        "\u0800\ud7ff\ue000\ufffd\uffff",
        "\uD800\uDC00\uD83D\uDE00\uDBFF\uDFFF",
        "\ufeff{}"
      })
  void everyCharacterIsWellFormed(String text) {
    assertThat(Utf8.isWellFormed(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "ff",
        "fe",
        "c0 80",
        "c0 af",
        "c1 bf",
        "e0 80 80",
        "e0 9f bf",
        "f0 80 80 80",
        "f0 8f bf bf"
      })
  void overlongFormsAndLoneContinuationsAreMalformed(String bytes) {
    assertThat(Utf8.isWellFormed(bytes(bytes))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed a0 80", "ed bf bf", "ed a0 bd ed b8 80"})
  void surrogatesAreMalformedEvenInPairs(String bytes) {
    assertThat(Utf8.isWellFormed(bytes(bytes))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"f4 90 80 80", "f5 80 80 80", "f8 88 80 80 80", "fc 84 80 80 80 80"})
  void whatIsAboveUnicodeIsMalformed(String bytes) {
    assertThat(Utf8.isWellFormed(bytes(bytes))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00e9", "\u4e16", "\uD83D\uDE00"})
  void aCharacterThatIsCutOffIsMalformed(String character) {
    byte[] whole = ("abc" + character).getBytes(StandardCharsets.UTF_8);

    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    assertThat(Utf8.isWellFormed(cut)).isFalse();
  }

  @Test
  void aCharacterThatIsInterruptedIsMalformed() {
    assertThat(Utf8.isWellFormed(bytes("22 e4 b8 22"))).isFalse();
    assertThat(Utf8.isWellFormed(bytes("22 f0 9f 98 22"))).isFalse();
  }

  @Test
  void aLongTextIsLookedAtToItsEnd() {
    byte[] text = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    text[99_999] = (byte) 0x80;

    assertThat(Utf8.isWellFormed(text)).isFalse();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }
}
