package io.groovejet.codec;

import static io.groovejet.codec.Texts.json;
import static io.groovejet.codec.Texts.message;
import static io.groovejet.codec.Texts.offering;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.SaveSnapshot;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.ServerMessage.GuestOfferSignal;
import io.groovejet.protocol.ServerMessage.HostAnswerSignal;
import io.groovejet.protocol.ServerMessage.IceCandidateSignal;
import io.groovejet.protocol.ServerMessage.SnapshotLoaded;
import io.groovejet.protocol.SnapshotView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals come out as the bytes they went in, whatever JSON they are and wherever they stand. */
final class SignalsTest {

  private static final ClientId ADA = new ClientId(new UUID(1, 2));
  private static final Json SIGNAL = Json.of("{\"sdp\":\"v=0\"}");

  static Stream<String> anyJsonValue() {
    return Stream.of(
        "null",
        "true",
        "false",
        "\"\"",
        "{}",
        "[]",
        "0",
        "-0",
        "-0.0",
        "0.10",
        "1e400",
        "1E+5",
        "-1.5e-300",
        "9007199254740993",
        "123456789012345678901234567890",
        "-123456789012345678901234567890",
        "0." + "3".repeat(2000),
        "7".repeat(2000),
        "-" + "7".repeat(2000),
        "\"v=0\\r\\no=- 46117 2 IN IP4 127.0.0.1\\r\\n\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\"",
        "\"\\uD83D\\ude00 \\ud800 \\uDC00\\uD800\"",
        "\"\uD83D\uDE00 \u00e9 \u4e16 \u2028 \u2029 \ufeff \u007f \u0085\"",
        "\"</script>\"",
        "\"" + "long \u00e9\uD83D\uDE00".repeat(4000) + "\"",
        "{ \"type\" : \"offer\" ,\n\t\"sdp\":\"v=0\\r\\n\" , \"a\" : [ 1 , [ ] , { } , null ]\r\n}",
        "{\"\":1,\" \":2,\"\\u0000\":3,\"\u4e16\":4,\"data\":{\"type\":\"error\"},\"__proto__\":5}",
        "{\"" + "n".repeat(3000) + "\":0}");
  }

  @ParameterizedTest
  @MethodSource("anyJsonValue")
  void anOfferIsTheTextBetweenItsFieldsNameAndWhatFollows(String signal) {
    String text = offering(signal);

    GuestOffer offer = (GuestOffer) message(text);

    assertThat(offer.offer().text()).isEqualTo(signal);
  }

  @ParameterizedTest
  @MethodSource("anyJsonValue")
  void aRelayedOfferHoldsTheSameBytes(String signal) {
    GuestOffer offer = (GuestOffer) message(offering(signal));

    byte[] relayed =
        Encoder.encode(new GuestOfferSignal(offer.offer(), ADA, 7), null, Dialect.MESSAGE)
            .orElseThrow();

    assertThat(new String(relayed, StandardCharsets.UTF_8))
        .isEqualTo(
            json("{'type':'guestOfferSignal','data':{'offerSignal':")
                + signal
                + json(",'clientId':'00000000-0000-0001-0000-000000000002','hostEpoch':7}}"));
  }

  @ParameterizedTest
  @MethodSource("anyJsonValue")
  void aSnapshotIsLoadedAsItWasSaved(String snapshot) {
    String text = json("{'type':'saveSnapshot','data':{'label':'x','snapshot':") + snapshot + "}}";
    SaveSnapshot saved = (SaveSnapshot) message(text);
    SnapshotView header = new SnapshotView(4, 2, Duration.ofMillis(5), 6, null);

    byte[] loaded =
        Encoder.encode(new SnapshotLoaded(header, saved.snapshot()), null, Dialect.MESSAGE)
            .orElseThrow();

    assertThat(new String(loaded, StandardCharsets.UTF_8))
        .isEqualTo(
            json("{'type':'snapshotLoaded','data':{'snapshotVersion':4,'hostEpoch':2,")
                + json("'ageMillis':5,'snapshot':")
                + snapshot
                + "}}");
  }

  @Test
  void aRelayedAnswerNamesNoSender() {
    HostAnswerSignal answer = new HostAnswerSignal(SIGNAL, 3);

    byte[] relayed = Encoder.encode(answer, null, Dialect.MESSAGE).orElseThrow();

    assertThat(new String(relayed, StandardCharsets.UTF_8))
        .isEqualTo(
            json(
                "{'type':'hostAnswerSignal','data':{'answerSignal':{'sdp':'v=0'},'hostEpoch':3}}"));
  }

  @Test
  void aRelayedCandidateNamesItsSender() {
    IceCandidateSignal candidate = new IceCandidateSignal(Json.of("null"), ADA, 3);

    byte[] relayed = Encoder.encode(candidate, null, Dialect.MESSAGE).orElseThrow();

    assertThat(new String(relayed, StandardCharsets.UTF_8))
        .isEqualTo(
            json(
                "{'type':'iceCandidate','data':{'candidate':null,"
                    + "'clientId':'00000000-0000-0001-0000-000000000002','hostEpoch':3}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'guestOfferSignal','data':{'offerSignal':{'sdp':'v=0'},'hostEpoch':4}}",
        "{'type':'guestOfferSignal','data':{'hostEpoch':4,'offerSignal':{'sdp':'v=0'}}}",
        "{'data':{'offerSignal':{'sdp':'v=0'},'hostEpoch':4},'type':'guestOfferSignal'}",
        "{'x':[{}],'data':{'x':'}','hostEpoch':4,'y':1,'offerSignal':{'sdp':'v=0'},'z':null},"
            + "'type':'guestOfferSignal','y':{'offerSignal':1}}",
        " \t\r\n{ 'type' :\n'guestOfferSignal' , 'data' : { 'offerSignal' \t:  {'sdp':'v=0'} \n,"
            + " 'hostEpoch' : 4 \r} \n} \n",
        "{'\\u0074ype':'guestOffer\\u0053ignal',"
            + "'d\\u0061ta':{'offer\\u0053ignal':{'sdp':'v=0'},'hostEpoch':4}}",
        "{'\u4e16\uD83D\uDE00':'\u00e9','type':'guestOfferSignal',"
            + "'data':{'\u00e9':1,'offerSignal':{'sdp':'v=0'},'hostEpoch':4}}"
      })
  void whereAFieldStandsMakesNoDifference(String text) {
    assertThat(message(json(text))).isEqualTo(new GuestOffer(SIGNAL, 4L));
  }

  @Test
  void answersAndCandidatesAreFoundAsOffersAre() {
    String answer =
        "{'type':'hostAnswerSignal','data':{'clientId':'00000000-0000-0001-0000-000000000002',"
            + "'answerSignal':{'sdp':'v=0'}}}";
    String candidate = "{'type':'iceCandidate','data':{'candidate': {'sdp':'v=0'} }}";

    assertThat(message(json(answer))).isEqualTo(new HostAnswer(SIGNAL, ADA, null));
    assertThat(message(json(candidate))).isEqualTo(new IceCandidate(SIGNAL, null, null));
  }

  @Test
  void theEndOfCandidatesIsANullAndNotAnAbsentOne() {
    String text = "{'type':'iceCandidate','data':{'candidate':null}}";

    IceCandidate end = (IceCandidate) message(json(text));

    assertThat(end).isEqualTo(new IceCandidate(Json.of("null"), null, null));
  }
}
