package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.Speaker;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 1: signals come out as the bytes they went in. */
final class OpaqueSignalsTest {

  private static final String GUEST = "00000000-0000-4000-8000-000000000002";

  private final Conversation talk = Conversation.begin();
  private final FakeConnection host = new FakeConnection();
  private final ClientSession session = talk.lobby().connect(host);
  private final Speaker guest = talk.connects("guest");

  @BeforeEach
  void theyMeet() {
    session.received("{\"type\":\"createRoom\"}");
    guest.says("joinRoom", "{roomCode: 'bbbbb'}");
    guest.hears("roomJoined");
    assertThat(host.takeSent()).hasSize(3);
  }

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "false",
        "0",
        "-0.0e+10",
        "123456789012345678901234567890.000100",
        "\"\"",
        "\"v=0\\r\\n\\\"o\\\" \\/ \\\\ \\u0041\"",
        "\"half a pair \\ud83d and a whole one \\ud83d\\ude00 😀\"",
        "\"\u2028 \u2029 é ß 漢\"",
        "[ ]",
        "{ \"type\" : \"offer\",\t\"sdp\" : [ 1 , { } ] }",
        "{\"\":{\"__proto__\":null}}"
      })
  void aSignalIsTheSameJson(String signal) {
    guest.saysText("{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":" + signal + "}}");

    assertThat(host.takeSent())
        .containsExactly(
            "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":"
                + signal
                + ",\"clientId\":\""
                + GUEST
                + "\",\"hostEpoch\":1}}");
  }

  @Test
  void whatStandsAroundItDoesNotMatter() {
    guest.saysText(
        " {\n\"data\" : { \"more\":[{\"offerSignal\":1}], \"\\u006fffer\\u0053ignal\" : \"it\" ,"
            + "\"hostEpoch\": 1 } , \"junk\":{\"type\":\"x\"}, \"\\u0074ype\":"
            + "\"guest\\u004fffer\\u0053ignal\" }\r\n");

    assertThat(host.takeSent())
        .containsExactly(
            "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":\"it\",\"clientId\":\""
                + GUEST
                + "\",\"hostEpoch\":1}}");
  }

  @Test
  void orderIsKept() {
    IntStream.range(0, 100)
        .forEach(
            i ->
                guest.saysText(
                    "{\"type\":\"iceCandidate\",\"data\":{\"candidate\":\"" + i + "\"}}"));

    assertThat(host.takeSent())
        .map(text -> text.replaceAll(".*\"candidate\":\"(\\d+)\".*", "$1"))
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
  }

  @Test
  void theAnswersWayIsAsExact() {
    session.received(
        "{\"type\":\"hostAnswerSignal\",\"data\":{\"answerSignal\":\"\\ud800\",\"clientId\":\""
            + GUEST
            + "\"}}");

    guest.hearsExactly("hostAnswerSignal", "{answerSignal: '\\ud800', hostEpoch: 1}");
    assertThat(host.takeSent()).isEmpty();
  }
}
