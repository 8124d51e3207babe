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

/** The part of the {@link TransportContract} about frames, right and wrong. */
public interface FramingContract extends ServedTransport {

  /** Something to say that is answered by one error and changes nothing. */
  String QUESTION = "{\"type\":\"what?\",\"requestId\":\"why\"}";

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 47, 50, 60})
  default void fragmentsAreOneMessage(int size) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");
      String offer =
          "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":\"\uD83D\uDE00 \u00fc\"}}";

      parts(offer.getBytes(UTF_8), size).forEach(guest.socket()::send);

      assertThat(host.hears("guestOfferSignal")).contains("\"\uD83D\uDE00 \u00fc\"");
    }
  }

  @Test
  default void aPingBetweenFragmentsIsAnsweredAtOnce() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      List<Frame> parts = parts(QUESTION.getBytes(UTF_8), 20);

      ada.socket().send(parts.get(0));
      ada.socket().send(Frame.ping("are you there"));
      Frame pong = ada.socket().next();
      ada.socket().send(parts.get(1));

      assertThat(pong.isPong()).isTrue();
      assertThat(pong.text()).isEqualTo("are you there");
      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aMessageMayArriveByteByByte() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      for (byte next : Frame.text(QUESTION).masked()) {
        ada.socket().sendBytes(new byte[] {next});
      }

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void manyMessagesMayArriveInOnePacket() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      byte[] one = Frame.text(QUESTION).masked();
      ByteBuffer three = ByteBuffer.allocate(3 * one.length).put(one).put(one).put(one);

      ada.socket().sendBytes(three.array());

      ada.hearsAnswer("why");
      ada.hearsAnswer("why");
      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aPongNobodyAskedForIsFine() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(Frame.pong("for nothing"));
      ada.socket().send(QUESTION);

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void binaryMessagesAreRefused() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(Frame.binary(QUESTION.getBytes(UTF_8)));

      assertThat(ada.socket().closeCode()).isEqualTo(1003);
      ada.socket().awaitEnd();
    }
  }

  @ParameterizedTest
  @MethodSource("notUtf8")
  default void textThatIsNotUtf8IsRefused(byte[] bytes) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      parts(bytes, 3).forEach(ada.socket()::send);

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

      ada.socket().sendUnmasked(Frame.text(QUESTION));

      assertThat(ada.socket().closeCode()).isEqualTo(1002);
      ada.socket().awaitEnd();
    }
  }

  @Test
  default void aMessageOfExactlyTheSizeIsTaken() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      int room = Limits.ofDefaults().maxMessageBytes() - QUESTION.getBytes(UTF_8).length;

      ada.socket().send(QUESTION + " ".repeat(room));

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aHostMaySendMore() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      host.opensRoom();

      host.socket().send(QUESTION + " ".repeat(Limits.ofDefaults().maxSnapshotBytes()));

      host.hearsAnswer("why");
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
  @ValueSource(longs = {1L << 31, Long.MAX_VALUE, Long.MIN_VALUE})
  default void anImpossibleLengthIsRefusedBeforeItsPayload(long length) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      byte[] head = {(byte) 0x81, (byte) 0xff};

      ada.socket().sendBytes(ByteBuffer.allocate(14).put(head).putLong(length).putInt(0).array());

      assertThat(ada.socket().closeCode()).isIn(1002, 1009);
      ada.socket().awaitEnd();
    }
  }

  /** Texts that are no UTF-8: cut off, overlong, a surrogate, too high, a stray byte. */
  static Stream<byte[]> notUtf8() {
    return Stream.of("22e298", "22c0af22", "22eda08022", "22f490808022", "22ff22")
        .map(HexFormat.of()::parseHex);
  }

  /** Sequences of frames that RFC 6455 section 5 does not allow. */
  static Stream<List<Frame>> wrong() {
    Frame text = Frame.text(QUESTION);
    return Stream.of(
        List.of(Frame.of(0xc1, QUESTION.getBytes(UTF_8))), // reserved bit 1, as if compressed
        List.of(Frame.of(0x91, QUESTION.getBytes(UTF_8))), // reserved bit 3
        List.of(Frame.of(0x83, new byte[0])), // no such opcode
        List.of(Frame.of(0x8b, new byte[0])), // no such opcode for control
        List.of(text.continued()), // continues nothing
        List.of(text.unfinished(), text), // a message within a message
        List.of(Frame.ping("a").unfinished()), // a ping in parts
        List.of(Frame.of(0x89, new byte[126]))); // a ping that is too long
  }

  private static List<Frame> parts(byte[] bytes, int size) {
    int last = (bytes.length - 1) / size;
    return Stream.iterate(0, part -> part <= last, part -> part + 1)
        .map(part -> part(bytes, part * size, size, last * size))
        .toList();
  }

  private static Frame part(byte[] bytes, int from, int size, int last) {
    Frame whole = Frame.text(Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length)));
    Frame placed = from == 0 ? whole : whole.continued();
    return from == last ? placed : placed.unfinished();
  }
}
