package io.groovejet.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

  private static final int MANY = 1_000; // frames, more than are read

  private final Told told = new Told();
  private final FrameReader reader = new FrameReader(told);

  /** Masked frames of RFC 6455 section 5.7 and their like, and what they are. */
  @ParameterizedTest
  @CsvSource({
    "818537fa213d7f9f4d5158, announced 5 | text Hello last",
    "010337fa213d,           broken",
    "018337fa213d7f9f4d 808237fa213d5b95, announced 3 | text Hel | announced 2 | text lo last",
    "018037fa213d 898137fa213d56 808037fa213d, announced 0 | text  | ping a | announced 0 | text  last",
    "8a8037fa213d,           pong",
    "828137fa213d56 818037fa213d, binary | announced 0 | text  last",
    "888037fa213d 818037fa213d, close 1005",
    "888237fa213d3412,       close 1000",
    "888337fa213d341240,     close 1000",
    "888337fa213d3412de,     close 1007",
    "888237fa213d3417,       close 1002",
    "888137fa213d34,         close 1002",
    "81fe007e37fa213d56,     announced 126 | text a",
    "81ff7fffffffffffffff37fa213d, announced 9223372036854775807",
    "81ff800000000000000037fa213d, broken",
    "c18037fa213d,           broken",
    "808037fa213d,           broken",
    "018037fa213d 818037fa213d, announced 0 | text  | broken",
    "098037fa213d,           broken",
    "89fe007e37fa213d,       broken",
  })
  void framesAreToldInOrder(String hex, String expected) {
    reader.read(ByteBuffer.wrap(bytes(hex)), MANY);

    assertThat(String.join(" | ", told.all)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64, 1000})
  void howBytesArriveMakesNoDifference(int size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Frame.text("a".repeat(200)).unfinished().masked());
    bytes.writeBytes(Frame.ping("between").masked());
    bytes.writeBytes(Frame.text("b".repeat(70_000)).continued().masked());
    bytes.writeBytes(Frame.text("c").masked());

    byte[] all = bytes.toByteArray();
    for (int at = 0; at < all.length; at += size) {
      reader.read(ByteBuffer.wrap(all, at, Math.min(size, all.length - at)).slice(), MANY);
    }

    assertThat(told.texts.toString()).isEqualTo("a".repeat(200) + "b".repeat(70_000) + "\nc\n");
    assertThat(told.all)
        .contains("ping between", "announced 200", "announced 70000", "announced 1");
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** Keeps what it is told. */
  private static final class Told implements FrameReader.Listener {

    private final List<String> all = new ArrayList<>();
    private final StringBuilder texts = new StringBuilder();

    @Override
    public void announced(long bytes) {
      all.add("announced " + bytes);
    }

    @Override
    public void text(ByteBuffer bytes, boolean last) {
      String part = US_ASCII.decode(bytes).toString();
      texts.append(part).append(last ? "\n" : "");
      all.add("text " + part + (last ? " last" : ""));
    }

    @Override
    public void binary() {
      all.add("binary");
    }

    @Override
    public void ping(byte[] payload) {
      all.add("ping " + new String(payload, US_ASCII));
    }

    @Override
    public void pong() {
      all.add("pong");
    }

    @Override
    public void close(int answer) {
      all.add("close " + answer);
    }

    @Override
    public void broken() {
      all.add("broken");
    }
  }
}
