package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8PositionTest {

  private static final int LONGEST = 600;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "7f", "c280", "dfbf", "e0a080", "ed9fbf", "f0908080", "f48fbfbf"})
  void aCharacterIsWellFormedWhereverItStands(String hex) {
    for (int before = 0; before < LONGEST; before++) {
      assertThat(Utf8.isWellFormed(text(before, hex))).as("after %d", before).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // continues nothing
        "c1bf", // overlong
        "e09fbf", // overlong
        "f08fbfbf", // overlong
        "eda080", // half a surrogate pair
        "f4908080", // above U+10FFFF
        "ff", // in no character
        "c2", // cut off
        "e0a0", // cut off
        "f09080", // cut off
        "f0908041" // cut short
      })
  void whatIsNoCharacterIsFoundWhereverItStands(String hex) {
    for (int before = 0; before < LONGEST; before++) {
      assertThat(Utf8.isWellFormed(text(before, hex))).as("after %d", before).isFalse();
    }
  }

  /** Two-byte characters and one that is not, so that both ends of chunks are met. */
  private static byte[] text(int before, String hex) {
    String pairs = "c3bc".repeat(before / 2);
    return HexFormat.of().parseHex(before % 2 == 0 ? pairs + hex : "61" + pairs + hex);
  }
}
