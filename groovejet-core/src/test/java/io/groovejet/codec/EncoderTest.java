package io.groovejet.codec;

import static io.groovejet.codec.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientView;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.MigrationFailure;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomView;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.ClientUpdated;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.HostMigrated;
import io.groovejet.protocol.ServerMessage.HostMigrationFailed;
import io.groovejet.protocol.ServerMessage.OfferRequested;
import io.groovejet.protocol.ServerMessage.RoomCreated;
import io.groovejet.protocol.ServerMessage.RoomJoined;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server writes where a message has a choice; the golden examples show the rest. */
final class EncoderTest {

  private static final ClientId ADA = new ClientId(new UUID(1, 2));
  private static final String ADA_TEXT = "00000000-0000-0001-0000-000000000002";
  private static final RoomView PLAIN =
      new RoomView(new RoomCode("bcdfg"), false, false, false, 64, HostMigration.AUTOMATIC, null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ \"name\" : \"Ada\",\n\"level\":0.10 }",
        "{\"\u00e9\":\"\u4e16 \uD83D\uDE00 \u2028\",\"\\ud800\\udc00\":\"\\udc00\\/\"}",
        "{\"big\":1e400,\"id\":123456789012345678901234567890,\"zero\":-0}"
      })
  void aProfileComesOutAsItWentIn(String profile) {
    ClientUpdated message =
        new ClientUpdated(new ClientView(ADA, false, true, true, Json.of(profile)));

    assertThat(encoded(message))
        .isEqualTo(
            json(
                    "{'type':'clientUpdated','data':{'client':{'clientId':'"
                        + ADA_TEXT
                        + "','isHost':false,'connected':true,'canHost':true,'profile':")
                + profile
                + "}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "\u4e16"})
  void aLongProfileComesOutAsItWentIn(String before) {
    Json profile = Json.of("{\"name\":\"" + before + "\uD83D\uDE00".repeat(20_000) + "\"}");

    String text = encoded(new ClientUpdated(new ClientView(ADA, false, true, true, profile)));

    assertThat(text).contains(profile.text());
  }

  @Test
  void aClientWithoutProfileHasNoSuchField() {
    ClientUpdated message = new ClientUpdated(new ClientView(ADA, true, false, true, null));

    assertThat(encoded(message))
        .isEqualTo(
            json(
                "{'type':'clientUpdated','data':{'client':{'clientId':'"
                    + ADA_TEXT
                    + "','isHost':true,'connected':false,'canHost':true}}}"));
  }

  @Test
  void aRoomWithoutMetadataHasAnEmptyObject() {
    assertThat(encoded(new RoomCreated(PLAIN, 1, null)))
        .isEqualTo(
            json(
                "{'type':'roomCreated','data':{'roomCode':'bcdfg','hostEpoch':1,'room':{"
                    + "'roomCode':'bcdfg','isPublic':false,'isLocked':false,'hasPassword':false,"
                    + "'maxClients':64,'hostMigration':'automatic','metadata':{}}}}"));
  }

  @Test
  void aRoomWithoutHostHasANullAndMaySayWhenItCloses() {
    RoomJoined message =
        new RoomJoined(
            false,
            true,
            null,
            false,
            3,
            List.of(),
            PLAIN,
            null,
            null,
            Duration.ofMillis(599_999),
            null);

    assertThat(encoded(message))
        .startsWith(
            json(
                "{'type':'roomJoined','data':{'clientIsHost':false,'reconnected':true,"
                    + "'roomCode':'bcdfg','hostId':null,'hostConnected':false,'hostEpoch':3,"
                    + "'clients':[],'room':{"))
        .endsWith(json("},'closesInMillis':599999}}"));
  }

  @Test
  void aHostBeforeWhomThereWasNoneFollowsNull() {
    HostMigrated message = new HostMigrated(ADA, null, 1, MigrationReason.HOST_LOST);

    assertThat(encoded(message))
        .isEqualTo(
            json(
                "{'type':'hostMigrated','data':{'hostId':'"
                    + ADA_TEXT
                    + "','hostEpoch':1,'previousHostId':null,'reason':'hostLost'}}"));
  }

  @Test
  void aFailedMigrationMayLeaveTheRoomOpen() {
    assertThat(encoded(new HostMigrationFailed(MigrationFailure.NO_CANDIDATE, null, null)))
        .isEqualTo(json("{'type':'hostMigrationFailed','data':{'reason':'noCandidate'}}"));
  }

  @Test
  void aRequestForAnOfferNeedsNoReason() {
    assertThat(encoded(new OfferRequested(null)))
        .isEqualTo(json("{'type':'requestOffer','data':{}}"));
  }

  @Test
  void aReasonIsEscaped() {
    assertThat(encoded(new OfferRequested("\"\\\n\u00e9\u2028\ud800")))
        .isEqualTo(
            "{\"type\":\"requestOffer\",\"data\":{\"reason\":\"\\\"\\\\\\n\\u00E9\\u2028\\uD800\"}}");
  }

  @Test
  void anErrorSaysNoMoreThanIsKnown() {
    assertThat(encoded(new Failed(Refusal.of(ErrorType.NOT_HOST))))
        .isEqualTo(
            json(
                "{'type':'error','errorType':'notHost',"
                    + "'errorMessage':'Only the host of the room can do this'}"));
  }

  @Test
  void anErrorSaysAllThatIsKnown() {
    Refusal refusal =
        new Refusal(
            ErrorType.HOST_DISCONNECTED,
            "Nobody hosts",
            Duration.ofSeconds(8),
            2L,
            64,
            "reason",
            null);

    assertThat(encoded(new Failed(refusal)))
        .isEqualTo(
            json(
                "{'type':'error','errorType':'hostDisconnected','errorMessage':'Nobody hosts',"
                    + "'data':{'retryAfterMillis':8000,'hostEpoch':2,'limit':64,"
                    + "'field':'reason'}}"));
  }

  @Test
  void aVetoIsAnErrorOfTheBackendsOwnType() {
    assertThat(encoded(new Failed(Refusal.veto("notPaid", "No ticket"))))
        .isEqualTo(json("{'type':'error','errorType':'notPaid','errorMessage':'No ticket'}"));
  }

  @Test
  void httpBodiesAreJson() {
    assertThat(HttpBodies.room(new RoomCode("bcdfg"))).isEqualTo(json("{'code':'bcdfg'}"));
    assertThat(HttpBodies.error(Refusal.of(ErrorType.TOO_MANY_ROOMS)))
        .isEqualTo(
            json("{'type':'error','errorType':'tooManyRooms','errorMessage':'Too many rooms'}"));
  }

  private static String encoded(ServerMessage message) {
    byte[] text = Encoder.encode(message, null, Dialect.MESSAGE).orElseThrow();
    return new String(text, StandardCharsets.UTF_8);
  }
}
