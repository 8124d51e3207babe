package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void eachOtherByteEndsItWhereverItStands() {
    for (int other = 0; other < 256; other++) {
      boolean plain = other >= ' ' && other != '"' && other != '\\';
      for (int from = 0; from < 9; from++) {
        for (int place = from; place < 40; place++) {
          byte[] text = letters(40);
          text[place] = (byte) other;

          assertThat(PlainText.end(text, from))
              .as("%d at %d, from %d", other, place, from)
              .isEqualTo(plain ? 40 : place);
        }
      }
    }
  }

  @Test
  void theFirstOfManyEndsIt() {
    SplittableRandom luck = new SplittableRandom(7);
    for (int run = 0; run < 100_000; run++) {
      byte[] text = new byte[luck.nextInt(40)];
      luck.nextBytes(text);
      int from = luck.nextInt(text.length + 1);

      assertThat(PlainText.end(text, from))
          .as("%s", Arrays.toString(text))
          .isEqualTo(slow(text, from));
    }
  }

  private static int slow(byte[] text, int from) {
    int at = from;
    while (at < text.length && (text[at] & 0xff) >= ' ' && text[at] != '"' && text[at] != '\\') {
      at++;
    }
    return at;
  }

  private static byte[] letters(int count) {
    byte[] text = new byte[count];
    Arrays.fill(text, (byte) 'a');
    return text;
  }
}
