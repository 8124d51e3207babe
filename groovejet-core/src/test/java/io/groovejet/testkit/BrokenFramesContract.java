package io.groovejet.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the {@link TransportContract} about frames that are wrong. */
public interface BrokenFramesContract extends ServedTransport {

  /** A close frame with a good code, and a reason that is no UTF-8. */
  Frame REASON_NOT_UTF8 = Frame.of(0x88, new byte[] {0x03, (byte) 0xe8, (byte) 0xff});

  @Test
  default void binaryMessagesAreRefused() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(Frame.binary(FramingContract.QUESTION.getBytes(UTF_8)));

      assertThat(ada.socket().closeCode()).isEqualTo(1003);
      ada.socket().awaitEnd();
    }
  }

  @ParameterizedTest
  @MethodSource("notUtf8")
  default void textThatIsNotUtf8IsRefused(byte[] bytes) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      FramingContract.parts(bytes, 3).forEach(ada.socket()::send);

      assertThat(ada.socket().closeCode()).isEqualTo(1007);
      ada.socket().awaitEnd();
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  default void framesThatBreakTheProtocolAreRefused(List<Frame> frames) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      frames.forEach(ada.socket()::send);

      assertThat(ada.socket().closeCode()).isEqualTo(1002);
      ada.socket().awaitEnd();
    }
  }

  @Test
  default void aFrameWithoutMaskIsRefused() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().sendUnmasked(Frame.text(FramingContract.QUESTION));

      assertThat(ada.socket().closeCode()).isEqualTo(1002);
      ada.socket().awaitEnd();
    }
  }

  @Test
  default void aMessageIsTooBigAsSoonAsItGrowsTooBig() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      Player bob = served.player();
      byte[] half = Frame.text(new byte[1 << 20]).masked();

      ada.socket().sendBytes(Arrays.copyOf(half, Limits.ofDefaults().maxMessageBytes() + 100));

      assertThat(ada.socket().closeCode()).isEqualTo(1009);
      bob.opensRoom();
      ada.socket().awaitEnd();
    }
  }

  @Test
  default void fragmentsAreTooBigAsSoonAsTheyGrowTooBig() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      Player bob = served.player();
      Frame part = Frame.text(" ".repeat(20 * 1024)).unfinished();

      ada.socket().send(part);
      Stream.generate(part::continued).limit(3).forEach(ada.socket()::send);

      assertThat(ada.socket().closeCode()).isEqualTo(1009);
      bob.opensRoom();
      ada.socket().awaitEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, Long.MAX_VALUE})
  default void anImpossibleLengthIsRefusedBeforeItsPayload(long length) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().sendBytes(Frame.headOfText(length));

      assertThat(ada.socket().closeCode()).isEqualTo(1009);
      ada.socket().awaitEnd();
    }
  }

  /**
   * The highest bit of a length must be 0 (RFC 6455 section 5.2). With it the frame is broken, so
   * 1002; read as a number, it is too big as well, so a container may say 1009.
   */
  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1})
  default void aLengthWithItsHighestBitIsRefusedBeforeItsPayload(long length) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().sendBytes(Frame.headOfText(length));

      assertThat(ada.socket().closeCode()).isIn(1002, 1009);
      ada.socket().awaitEnd();
    }
  }

  @ParameterizedTest
  @MethodSource("wrongCloses")
  default void aCloseThatBreaksTheProtocolIsRefused(Frame close) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(close);

      assertThat(ada.socket().closeCode()).isEqualTo(1002);
      ada.socket().awaitEnd();
      served.awaitConnections(0);
    }
  }

  @Test
  default void aReasonThatIsNotUtf8IsRefused() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(REASON_NOT_UTF8);

      assertThat(ada.socket().closeCode()).isEqualTo(1007);
      ada.socket().awaitEnd();
      served.awaitConnections(0);
    }
  }

  @Test
  default void nothingIsHeardAfterAClose() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      byte[] close = Frame.close(1000).masked();
      byte[] question = Frame.text(FramingContract.QUESTION).masked();
      ByteBuffer both = ByteBuffer.allocate(close.length + question.length);

      ada.socket().sendBytes(both.put(close).put(question).array());

      assertThat(ada.socket().next().closeCode()).isEqualTo(1000);
      assertThat(ada.socket().rest()).isEmpty();
    }
  }

  /** Texts that are no UTF-8: cut off, overlong, a surrogate, too high, a stray byte. */
  static Stream<byte[]> notUtf8() {
    return Stream.of("22e298", "22c0af22", "22eda08022", "22f490808022", "22ff22")
        .map(HexFormat.of()::parseHex);
  }

  /** Sequences of frames that RFC 6455 section 5 does not allow. */
  static Stream<List<Frame>> wrong() {
    Frame text = Frame.text(FramingContract.QUESTION);
    return Stream.of(
        List.of(
            Frame.of(
                0xc1,
                FramingContract.QUESTION.getBytes(UTF_8))), // reserved bit 1, as if compressed
        List.of(Frame.of(0x91, FramingContract.QUESTION.getBytes(UTF_8))), // reserved bit 3
        List.of(Frame.of(0x83, new byte[0])), // no such opcode
        List.of(Frame.of(0x8b, new byte[0])), // no such opcode for control
        List.of(text.continued()), // continues nothing
        List.of(text.unfinished(), text), // a message within a message
        List.of(Frame.ping("a").unfinished()), // a ping in parts
        List.of(Frame.of(0x89, new byte[126]))); // a ping that is too long
  }

  /** Close frames with half a code, and with codes that nobody may send (section 7.4). */
  static Stream<Frame> wrongCloses() {
    Stream<Frame> codes = Stream.of(0, 999, 1004, 1005, 1006, 1015, 2999, 5000).map(Frame::close);
    return Stream.concat(Stream.of(Frame.of(0x88, new byte[1])), codes);
  }
}
