package io.groovejet.codec;

import static io.groovejet.codec.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.codec.Decoded.Garbage;
import io.groovejet.codec.Decoded.Refused;
import io.groovejet.codec.Decoded.Understood;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.IdentityLimits;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.ClientReconnected;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.GuestOfferSignal;
import io.groovejet.protocol.ServerMessage.HostAnswerSignal;
import io.groovejet.protocol.ServerMessage.HostRejoined;
import io.groovejet.protocol.ServerMessage.IceCandidateSignal;
import io.groovejet.protocol.ServerMessage.Identity;
import io.groovejet.protocol.ServerMessage.OfferRequested;
import io.groovejet.protocol.ServerMessage.RoomClosed;
import io.groovejet.protocol.ServerMessage.RoomLeft;
import io.groovejet.protocol.ServerMessage.ServerDraining;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and written in the URL dialect, which is less. */
final class UrlDialectTest {

  private static final String ADA = "00000000-0000-0001-0000-000000000002";
  private static final ClientId ADA_ID = new ClientId(new UUID(1, 2));
  private static final RequestId SEVEN = new RequestId("7");

  @Test
  void threeMessagesAreUnderstood() {
    String offer = "{'type':'guestOfferSignal','data':{'offerSignal':'v=0'}}";
    String answer =
        "{'type':'hostAnswerSignal','data':{'answerSignal':'v=0','clientId':'" + ADA + "'}}";
    String candidate = "{'type':'iceCandidate','data':{'candidate':null}}";

    assertThat(decoded(offer))
        .isEqualTo(new Understood(new GuestOffer(Json.of("\"v=0\""), null), null));
    assertThat(decoded(answer))
        .isEqualTo(new Understood(new HostAnswer(Json.of("\"v=0\""), ADA_ID, null), null));
    assertThat(decoded(candidate))
        .isEqualTo(new Understood(new IceCandidate(Json.of("null"), null, null), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resumeIdentity",
        "createRoom",
        "joinRoom",
        "leaveRoom",
        "requestOffer",
        "linkState",
        "hostReady",
        "saveSnapshot",
        "dance"
      })
  void allOtherMessagesAreUnknown(String type) {
    Decoded decoded = decoded("{'type':'" + type + "','requestId':'7'}");

    assertThat(decoded).isEqualTo(new Refused(Refusal.of(ErrorType.UNKNOWN_MESSAGE_TYPE), SEVEN));
  }

  @Test
  void whatIsNoMessageIsGarbageHereToo() {
    assertThat(decoded("hello")).isInstanceOf(Garbage.class);
  }

  @Test
  void aSignalSaysNothingOfEpochs() {
    Json signal = Json.of("\"v=0\"");

    assertThat(encoded(new GuestOfferSignal(signal, ADA_ID, 7)))
        .isEqualTo(
            json(
                "{'type':'guestOfferSignal','data':{'offerSignal':'v=0','clientId':'"
                    + ADA
                    + "'}}"));
    assertThat(encoded(new HostAnswerSignal(signal, 7)))
        .isEqualTo(json("{'type':'hostAnswerSignal','data':{'answerSignal':'v=0'}}"));
    assertThat(encoded(new IceCandidateSignal(signal, ADA_ID, 7)))
        .isEqualTo(
            json("{'type':'iceCandidate','data':{'candidate':'v=0','clientId':'" + ADA + "'}}"));
  }

  @Test
  void anIdentityComesWithoutAToken() {
    Identity identity = new Identity(ADA_ID, null, false, new IdentityLimits(1, 2, 3, 4));

    assertThat(encoded(identity))
        .isEqualTo(
            json(
                "{'type':'identity','data':{'clientId':'"
                    + ADA
                    + "','resumed':false,'protocolVersion':2,'limits':{'maxMessageBytes':1,"
                    + "'maxSnapshotBytes':2,'messagesPerSecond':3,'messageBurst':4}}}"));
  }

  @Test
  void anErrorIsTheSameAsInTheOtherDialect() {
    Failed error = new Failed(Refusal.of(ErrorType.NO_ROOM_FOUND));

    assertThat(encoded(error))
        .isEqualTo(
            json(
                "{'type':'error','errorType':'noRoomFound',"
                    + "'errorMessage':'No room has this code'}"));
  }

  static Stream<ServerMessage> unspokenMessages() {
    return Stream.of(
        new OfferRequested(null),
        new ClientReconnected(ADA_ID),
        new HostRejoined(ADA_ID, 1),
        new RoomLeft(new RoomCode("bcdfg")),
        new RoomClosed(new RoomCode("bcdfg"), RoomEnd.SERVER),
        new ServerDraining(Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @MethodSource("unspokenMessages")
  void nothingElseIsWritten(ServerMessage message) {
    assertThat(Encoder.encode(message, null, Dialect.URL)).isEmpty();
    assertThat(Encoder.encode(message, SEVEN, Dialect.URL)).isEmpty();
  }

  private static Decoded decoded(String text) {
    return Decoder.decode(json(text).getBytes(StandardCharsets.UTF_8), Dialect.URL);
  }

  private static String encoded(ServerMessage message) {
    byte[] text = Encoder.encode(message, null, Dialect.URL).orElseThrow();
    return new String(text, StandardCharsets.UTF_8);
  }
}
