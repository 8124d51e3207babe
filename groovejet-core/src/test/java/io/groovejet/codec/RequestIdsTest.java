package io.groovejet.codec;

import static io.groovejet.codec.Texts.decoded;
import static io.groovejet.codec.Texts.json;
import static io.groovejet.codec.Texts.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.codec.Decoded.Refused;
import io.groovejet.codec.Decoded.Understood;
import io.groovejet.protocol.ClientMessage.LeaveRoom;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.RoomLeft;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request ids are read, checked and written back. */
final class RequestIdsTest {

  private static final RequestId SEVEN = new RequestId("7");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'leaveRoom','requestId':'7'}",
        "{'requestId':'7','type':'leaveRoom'}",
        "{'data':{'requestId':8},'requestId':'\\u0037','type':'leaveRoom'}"
      })
  void aRequestIdBelongsToItsMessage(String text) {
    assertThat(decoded(json(text))).isEqualTo(new Understood(new LeaveRoom(), SEVEN));
  }

  @Test
  void aMessageNeedsNone() {
    assertThat(decoded(json("{'type':'leaveRoom'}")))
        .isEqualTo(new Understood(new LeaveRoom(), null));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64})
  void aRequestIdHasUpToSixtyFourCharacters(int length) {
    String id = "\u4e16".repeat(length);

    assertThat(decoded(json("{'type':'leaveRoom','requestId':'" + id + "'}")))
        .isEqualTo(new Understood(new LeaveRoom(), new RequestId(id)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''",
        "null",
        "7",
        "1.5",
        "true",
        "{}",
        "[]",
        "['7']",
        "'12345678901234567890123456789012345678901234567890123456789012345'"
      })
  void whatIsNoRequestIdIsMalformed(String id) {
    Refusal refusal = refusal(json("{'type':'leaveRoom','requestId':" + id + "}"));

    assertThat(refusal)
        .isEqualTo(
            Refusal.outOfBounds("requestId", "A requestId is a string of 1 to 64 characters", 64));
  }

  @Test
  void whatIsNoRequestIdDoesNotComeBack() {
    Decoded decoded = decoded(json("{'requestId':'','type':'leaveRoom'}"));

    assertThat(decoded).isInstanceOf(Refused.class).extracting("requestId").isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'requestId':'7'}                                           | MALFORMED_MESSAGE",
        "{'type':'leaveRoom','data':[],'requestId':'7'}              | MALFORMED_MESSAGE",
        "{'requestId':'7','type':'guestOfferSignal'}                 | MALFORMED_MESSAGE",
        "{'requestId':'7','type':'joinRoom','data':{'canHost':null}} | MALFORMED_MESSAGE",
        "{'type':'dance','requestId':'7'}                            | UNKNOWN_MESSAGE_TYPE"
      })
  void aRequestIdComesBackOnWhatIsRefused(String text, ErrorType type) {
    Decoded decoded = decoded(json(text));

    assertThat(decoded).isInstanceOf(Refused.class).extracting("requestId").isEqualTo(SEVEN);
    assertThat(decoded).extracting("refusal.type").isEqualTo(type);
  }

  @Test
  void aReplyEndsWithTheRequestId() {
    RoomLeft reply = new RoomLeft(new RoomCode("bcdfg"));

    byte[] text = Encoder.encode(reply, SEVEN, Dialect.MESSAGE).orElseThrow();

    assertThat(new String(text, StandardCharsets.UTF_8))
        .isEqualTo(json("{'type':'roomLeft','data':{'roomCode':'bcdfg'},'requestId':'7'}"));
  }

  @Test
  void anErrorEndsWithTheRequestId() {
    Failed error = new Failed(Refusal.of(ErrorType.NOT_IN_ROOM));

    byte[] text = Encoder.encode(error, SEVEN, Dialect.URL).orElseThrow();

    assertThat(new String(text, StandardCharsets.UTF_8))
        .isEqualTo(
            json(
                "{'type':'error','errorType':'notInRoom',"
                    + "'errorMessage':'This connection is in no room','requestId':'7'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\u00e9\u4e16   | \\u00E9\\u4E16",
        "\uD83D\uDE00   | \\uD83D\\uDE00",
        "a\u2028b       | a\\u2028b",
        "</script>      | </script>",
        "\"\\           | \\\"\\\\"
      })
  void aRequestIdComesBackAsTheSameString(String id, String written) {
    RequestId requestId = new RequestId(id);

    byte[] text =
        Encoder.encode(new RoomLeft(new RoomCode("bcdfg")), requestId, Dialect.MESSAGE)
            .orElseThrow();

    assertThat(new String(text, StandardCharsets.UTF_8))
        .endsWith(",\"requestId\":\"" + written + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\uD800", "\\uDC00", "\\uDC00\\uD800", "a\\uD83Db", "\\u0000"})
  void halfASurrogatePairComesBackAsItIs(String escaped) {
    String text = "{\"type\":\"leaveRoom\",\"requestId\":\"" + escaped + "\"}";
    Understood understood = (Understood) decoded(text);

    byte[] reply =
        Encoder.encode(new RoomLeft(new RoomCode("bcdfg")), understood.requestId(), Dialect.MESSAGE)
            .orElseThrow();

    assertThat(new String(reply, StandardCharsets.US_ASCII))
        .endsWith(",\"requestId\":\"" + escaped + "\"}");
  }
}
