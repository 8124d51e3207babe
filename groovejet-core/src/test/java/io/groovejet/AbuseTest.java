package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.Speaker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 1, 8 and 9: texts that are no messages, too large or too many. */
final class AbuseTest {

  private static final String LEAVE = "{\"type\":\"leaveRoom\"}";
  private static final byte[] BAD_UTF8 = {'{', '}', (byte) 0xc3};

  private final Conversation talk = Conversation.begin();

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "nonsense",
        "[]",
        "7",
        "null",
        "\"text\"",
        "\uFEFF{\"type\":\"leaveRoom\"}",
        "{\"type\":\"leaveRoom\"}{",
        "{\"type\":\"leaveRoom\"} {}",
        "{\"type\":\"leaveRoom\",}",
        "{'type':'leaveRoom'}",
        "{\"type\":\"leaveRoom\",\"type\":\"leaveRoom\"}",
        "{\"type\":\"leaveRoom\",\"\\u0074ype\":\"leaveRoom\"}",
        "{\"type\":\"leaveRoom\",\"data\":{\"a\":{\"b\":1,\"b\":2}}}",
        "{\"type\":\"leaveRoom\",\"data\":{\"a\":NaN}}",
        "{\"type\":\"leaveRoom\",\"data\":{\"a\":01}}",
        "{\"type\":\"leaveRoom\"/**/}"
      })
  void whatIsNoMessageIsMalformed(String text) {
    Speaker ada = talk.connects("ada");

    ada.saysText(text);

    ada.hearsText("{type: 'error', errorType: 'malformedMessage'}");
    ada.isConnected();
  }

  @Test
  void thirtyTwoLevelsAreTheDeepest() {
    Speaker ada = talk.connects("ada");

    ada.saysText(nested(31));
    ada.hearsError("notInRoom");
    ada.saysText(nested(32));

    ada.hearsError("malformedMessage");
  }

  @Test
  void errorsNeverEchoWhatWasSaid() {
    FakeConnection line = new FakeConnection();
    ClientSession session = talk.lobby().connect(line);
    line.takeSent();

    session.received("{\"type\":\"secret\"}");
    session.received("{\"secret\":");
    session.received("{\"type\":\"createRoom\",\"data\":{\"hostMigration\":\"secret\"}}");
    session.received("{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"secret\"}}");

    assertThat(line.takeSent()).hasSize(4).noneMatch(text -> text.contains("secret"));
  }

  @Test
  void theTenthGarbageOfAMinuteIsTheLast() {
    Speaker ada = talk.connects("ada");

    IntStream.range(0, 9).forEach(i -> ada.saysText("nonsense"));
    IntStream.range(0, 9).forEach(i -> ada.hearsError("malformedMessage"));
    ada.isConnected();
    ada.saysText("[]");

    ada.hearsError("malformedMessage");
    ada.isClosedWith(1008);
  }

  @Test
  void afterAMinuteGarbageIsForgotten() {
    Speaker ada = talk.connects("ada");
    IntStream.range(0, 9).forEach(i -> ada.saysText("nonsense"));
    IntStream.range(0, 9).forEach(i -> ada.hearsError("malformedMessage"));

    talk.passes(Duration.ofMinutes(1));
    IntStream.range(0, 9).forEach(i -> ada.saysText("nonsense"));

    IntStream.range(0, 9).forEach(i -> ada.hearsError("malformedMessage"));
    ada.isConnected();
  }

  @Test
  void whatIsRefusedForItsFieldsDoesNotCount() {
    Speaker ada = talk.connects("ada");

    IntStream.range(0, 20).forEach(i -> ada.saysText("{\"type\":\"createRoom\",\"data\":[]}"));
    IntStream.range(0, 20).forEach(i -> ada.hearsError("malformedMessage"));
    IntStream.range(0, 20).forEach(i -> ada.says("nonsense"));
    IntStream.range(0, 20).forEach(i -> ada.hearsError("unknownMessageType"));

    ada.isConnected();
  }

  @Test
  void badUtf8ClosesAndIsNotAnswered() {
    FakeConnection line = new FakeConnection();
    ClientSession session = talk.lobby().connect(line);
    line.takeSent();

    session.received(BAD_UTF8);

    assertThat(line.takeSent()).isEmpty();
    assertThat(line.closed()).contains(CloseReason.BAD_UTF8);
  }

  @Test
  void sixtyFourKibibytesAreTheMost() {
    Speaker ada = talk.connects("ada");

    ada.saysText(LEAVE + " ".repeat(65_536 - LEAVE.length()));
    ada.hearsError("notInRoom");
    ada.saysText(LEAVE + " ".repeat(65_537 - LEAVE.length()));

    ada.hearsNothing();
    ada.isClosedWith(1009);
  }

  @Test
  void sizesAreCountedInBytes() {
    FakeConnection line = new FakeConnection();
    ClientSession session = talk.lobby().connect(line);
    byte[] text = ("{\"a\":\"" + "é".repeat(32_765) + "\"}").getBytes(StandardCharsets.UTF_8);

    session.received(text);

    assertThat(text).hasSize(65_538);
    assertThat(line.closed()).contains(CloseReason.TOO_BIG);
  }

  @Test
  void whoIsThrownOutLosesItsConnectionOnly() {
    Speaker ada = talk.connects("ada");
    Speaker bob = talk.connects("bob");
    ada.says("createRoom");
    ada.hears("roomCreated");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");

    bob.saysText(" ".repeat(70_000));
    ada.hears("clientDisconnected", "{clientId: '@bob', graceMillis: 30000}");
    bob.isClosedWith(1009);
    bob.comesBackTo("bbbbb");

    bob.hears("roomJoined", "{reconnected: true}");
    ada.hears("clientReconnected");
  }

  private static String nested(int levels) {
    return "{\"type\":\"leaveRoom\",\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
  }
}
