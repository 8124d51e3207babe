package io.groovejet.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.CloseReason;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFrameTest {

  @ParameterizedTest
  @CsvSource({
    "0, 8100",
    "125, 817d",
    "126, 817e007e",
    "65535, 817effff",
    "65536, 817f0000000000010000",
  })
  void theHeaderTellsTheLength(int size, String header) {
    ServerFrame frame = ServerFrame.text(new byte[size]);

    assertThat(hex(frame)).isEqualTo(header + "00".repeat(size));
    assertThat(frame.size()).isEqualTo(header.length() / 2 + size);
  }

  @Test
  void controlFramesAreWhatTheyAreCalled() {
    assertThat(hex(ServerFrame.ping())).isEqualTo("8900");
    assertThat(hex(ServerFrame.pong("a".getBytes(US_ASCII)))).isEqualTo("8a0161");
    assertThat(hex(ServerFrame.close(new CloseReason(4003, "a")))).isEqualTo("88030fa361");
    assertThat(hex(ServerFrame.closeAnswer(1000))).isEqualTo("880203e8");
  }

  @Test
  void aCloseWithoutCodeIsAnsweredWithoutOne() {
    assertThat(hex(ServerFrame.closeAnswer(FrameReader.NO_CODE))).isEqualTo("8800");
  }

  /** The example of RFC 6455 section 1.3. */
  @Test
  void theKeyOfAHandshakeHasOneAnswer() {
    assertThat(AcceptKey.of("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  private static String hex(ServerFrame frame) {
    return HexFormat.of().formatHex(frame.bytes().array());
  }
}
