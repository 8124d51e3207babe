package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.codec.Decoded.Understood;
import io.groovejet.protocol.ClientMessage;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.LeaveReason;
import io.groovejet.protocol.MigrationFailure;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.Removal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code PROTOCOL.md} says is what the codec does. */
final class ProtocolPageTest {

  private static final ProtocolPage PAGE = ProtocolPage.read();
  private static final int BROKEN_FRAMING = 1002; // closed by the transport itself

  @ParameterizedTest
  @MethodSource("io.groovejet.codec.GoldenMessages#fromClients")
  void anExampleOfAClientIsUnderstood(
      String type, ClientMessage message, @Nullable RequestId requestId) {
    String example = PAGE.clientExamples().getOrDefault(type, "no example of " + type);

    Decoded decoded = Decoder.decode(example.getBytes(StandardCharsets.UTF_8), Dialect.MESSAGE);

    assertThat(decoded).isEqualTo(new Understood(message, requestId));
  }

  @ParameterizedTest
  @MethodSource("io.groovejet.codec.GoldenMessages#fromServer")
  void anExampleOfTheServerIsWhatItWrites(
      String type, ServerMessage message, @Nullable RequestId requestId) {
    byte[] written = Encoder.encode(message, requestId, Dialect.MESSAGE).orElseThrow();

    assertThat(new String(written, StandardCharsets.UTF_8))
        .isEqualTo(PAGE.serverExamples().get(type));
  }

  @Test
  void thereIsAnExampleOfEveryMessageThatIsUnderstoodAndOfNoOther() {
    Set<String> examples = PAGE.clientExamples().keySet();

    assertThat(examples).containsExactlyInAnyOrderElementsOf(Decoder.types(Dialect.MESSAGE));
    assertThat(examples).containsAll(Decoder.types(Dialect.URL));
    assertThat(examples).hasSameSizeAs(ClientMessage.class.getPermittedSubclasses());
  }

  @Test
  void thereIsAnExampleOfEveryMessageThatIsWritten() {
    Stream<Class<?>> golden = GoldenMessages.fromServer().map(one -> one.get()[1].getClass());

    assertThat(golden).containsExactlyInAnyOrder(ServerMessage.class.getPermittedSubclasses());
    assertThat(PAGE.serverExamples()).hasSameSizeAs(ServerMessage.class.getPermittedSubclasses());
  }

  @Test
  void everyErrorIsThere() {
    Stream<String> errors = Arrays.stream(ErrorType.values()).map(WireNames::of);

    assertThat(PAGE.firstCells("errors")).containsExactlyElementsOf(errors.toList());
  }

  @Test
  void everyCloseCodeIsThere() {
    Stream<Integer> sent =
        Stream.of(
                CloseReason.BINARY,
                CloseReason.BAD_UTF8,
                CloseReason.POLICY,
                CloseReason.TOO_BIG,
                CloseReason.RESTART,
                CloseReason.BUSY,
                CloseReason.REPLACED,
                CloseReason.IDLE,
                CloseReason.SLOW,
                CloseReason.SILENT,
                CloseReason.ROOM_ENDED,
                CloseReason.JOIN_FAILED)
            .map(CloseReason::code);

    assertThat(PAGE.firstCells("close codes"))
        .map(Integer::valueOf)
        .containsExactlyElementsOf(
            Stream.concat(Stream.of(BROKEN_FRAMING), sent).sorted().toList());
  }

  static Stream<Enum<?>> namedValues() {
    return Stream.<Enum<?>[]>of(
            HostMigration.values(),
            Removal.values(),
            LeaveReason.values(),
            MigrationFailure.values(),
            MigrationReason.values(),
            RoomEnd.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @MethodSource("namedValues")
  void everyNamedValueIsThere(Enum<?> value) {
    String name = WireNames.of(value);

    assertThat(PAGE.text()).containsAnyOf("`" + name + "`", "`\"" + name + "\"`");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(PAGE.anchors()).containsAll(PAGE.links()).doesNotHaveDuplicates();
  }
}
