package io.groovejet.codec;

import static io.groovejet.codec.Texts.decoded;
import static io.groovejet.codec.Texts.json;
import static io.groovejet.codec.Texts.message;
import static io.groovejet.codec.Texts.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.codec.Decoded.Refused;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.ClientMessage.LeaveRoom;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ClientMessage.ResumeIdentity;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields of well-formed messages mean. */
final class FieldsTest {

  private static final String ADA = "00000000-0000-0001-0000-000000000002";
  private static final ClientId ADA_ID = new ClientId(new UUID(1, 2));

  @Test
  void aRoomCanBeAskedForInEveryDetail() {
    String text =
        "{'type':'createRoom','data':{'maxClients':4,'hostMigration':'manual','isPublic':true,"
            + "'password':'s3cret','metadata':{'map':'dunes'},'profile':{'name':'Ada'},"
            + "'hostPriority':-5}}";

    assertThat(message(json(text)))
        .isEqualTo(
            new CreateRoom(
                4,
                HostMigration.MANUAL,
                true,
                new Secret("s3cret"),
                Json.of(json("{'map':'dunes'}")),
                Json.of(json("{'name':'Ada'}")),
                -5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'createRoom'}",
        "{'type':'createRoom','data':null}",
        "{'type':'createRoom','data':{}}",
        "{'type':'createRoom','data':{'isPublic':false,'hostPriority':0}}",
        "{'type':'createRoom','data':{'roomCode':7,'canHost':'yes','unheardOf':[1,2,3]}}"
      })
  void aRoomIsPlainUnlessMoreIsAskedFor(String text) {
    assertThat(message(json(text))).isEqualTo(CreateRoom.plain());
  }

  @ParameterizedTest
  @CsvSource({"automatic, AUTOMATIC", "manual, MANUAL", "off, OFF"})
  void hostMigrationHasThreeNames(String name, HostMigration meaning) {
    String text = "{'type':'createRoom','data':{'hostMigration':'" + name + "'}}";

    assertThat(message(json(text)))
        .isEqualTo(new CreateRoom(null, meaning, false, null, null, null, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "64, 64",
    "2147483647, 2147483647",
    "2147483648, 2147483647",
    "4294967297, 2147483647",
    "18446744073709551617, 2147483647",
    "1000000000000000000000000000000, 2147483647"
  })
  void aCountAboveTheIntegersIsTheLargest(String written, int count) {
    String text = "{'type':'createRoom','data':{'maxClients':" + written + "}}";

    assertThat(message(json(text)))
        .isEqualTo(new CreateRoom(count, null, false, null, null, null, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 65, 66, 5000})
  void aCountIsTheLargestHoweverManyDigitsItHas(int digits) {
    String text = "{'type':'createRoom','data':{'maxClients':" + "9".repeat(digits) + "}}";

    assertThat(message(json(text)))
        .isEqualTo(new CreateRoom(Integer.MAX_VALUE, null, false, null, null, null, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 65, 66, 5000})
  void aNegativeCountIsMalformedHoweverManyDigitsItHas(int digits) {
    String text = "{'type':'createRoom','data':{'maxClients':-" + "9".repeat(digits) + "}}";

    assertThat(refusal(json(text)).field()).isEqualTo("maxClients");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_000_000, -1, 0, 1, 1_000_000})
  void aPriorityIsAMillionAtMost(int priority) {
    String text = "{'type':'createRoom','data':{'hostPriority':" + priority + "}}";

    assertThat(message(json(text)))
        .isEqualTo(new CreateRoom(null, null, false, null, null, null, priority));
  }

  @Test
  void aJoinHoldsEveryDetail() {
    String text =
        "{'type':'joinRoom','data':{'roomCode':'BCD-FG','clientToken':'t','canHost':false,"
            + "'hostPriority':3,'password':'','profile':{}}}";

    assertThat(message(json(text)))
        .isEqualTo(
            new JoinRoom(
                new RoomCode("bcdfg"), new Secret("t"), false, 3, new Secret(""), Json.of("{}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'roomCode':''",
        "'roomCode':' - '",
        "'roomCode':null",
        "'roomCode':12345",
        "'roomCode':['bcdfg']",
        "'roomCode':true"
      })
  void aJoinWithoutACodeIsUnderstoodAsThat(String field) {
    String text = "{'type':'joinRoom','data':{" + field + "}}";

    assertThat(message(json(text))).isEqualTo(new JoinRoom(null, null, null, null, null, null));
  }

  @Test
  void textsAreUnescaped() {
    String text =
        "{'type':'joinRoom','data':{'roomCode':'\\u0042cdfg','password':'\\u00e9\\n\\ud800\u4e16'}}";

    assertThat(message(json(text)))
        .isEqualTo(
            new JoinRoom(
                new RoomCode("bcdfg"), null, null, null, new Secret("\u00e9\n\ud800\u4e16"), null));
  }

  @Test
  void aProfileHasOneKilobyteAtMost() {
    String fits = "{\"a\":\"" + "x".repeat(1024 - 8) + "\"}";
    String tooLarge = "{\"a\":\"" + "x".repeat(1024 - 7) + "\"}";

    assertThat(message("{\"type\":\"joinRoom\",\"data\":{\"profile\":" + fits + "}}"))
        .isEqualTo(new JoinRoom(null, null, null, null, null, Json.of(fits)));
    assertThat(refusal("{\"type\":\"joinRoom\",\"data\":{\"profile\":" + tooLarge + "}}"))
        .isEqualTo(
            Refusal.outOfBounds("profile", "The field profile has 1024 bytes at most", 1024));
  }

  @Test
  void metadataHasFourKilobytesAtMost() {
    String fits = "{\"a\":\"" + "x".repeat(4096 - 8) + "\"}";
    String tooLarge = "{\"a\":\"" + "x".repeat(4096 - 7) + "\"}";

    assertThat(message("{\"type\":\"createRoom\",\"data\":{\"metadata\":" + fits + "}}"))
        .isEqualTo(new CreateRoom(null, null, false, null, Json.of(fits), null, 0));
    assertThat(refusal("{\"type\":\"createRoom\",\"data\":{\"metadata\":" + tooLarge + "}}"))
        .isEqualTo(
            Refusal.outOfBounds("metadata", "The field metadata has 4096 bytes at most", 4096));
  }

  @Test
  void sizesAreCountedInBytesOfUtf8AsSent() {
    String tooLarge = "{\"a\":\"" + "\u4e16".repeat(342) + "\"}";

    Refusal refusal = refusal("{\"type\":\"joinRoom\",\"data\":{\"profile\":" + tooLarge + "}}");

    assertThat(refusal.limit()).isEqualTo(1024);
  }

  @Test
  void aReasonHasSixtyFourCharactersAtMost() {
    String fits = "\u4e16".repeat(64);
    String tooLong = "\u4e16".repeat(65);

    assertThat(message(json(reoffer(fits)))).isEqualTo(new RequestOffer(ADA_ID, fits, null));
    assertThat(refusal(json(reoffer(tooLong))))
        .isEqualTo(Refusal.outOfBounds("reason", "The field reason has 64 characters at most", 64));
  }

  @Test
  void aReasonMayBeEmptyOrAbsent() {
    String without = "{'type':'requestOffer','data':{'clientId':'" + ADA + "'}}";

    assertThat(message(json(reoffer("")))).isEqualTo(new RequestOffer(ADA_ID, "", null));
    assertThat(message(json(without))).isEqualTo(new RequestOffer(ADA_ID, null, null));
  }

  private static String reoffer(String reason) {
    return "{'type':'requestOffer','data':{'clientId':'" + ADA + "','reason':'" + reason + "'}}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bob",
        "1-2-3-4-5",
        "00000000000000010000000000000002",
        "{00000000-0000-0001-0000-000000000002}",
        "00000000-0000-0001-0000-00000000000g",
        "00000000-0000-0001-0000-0000000000002",
        "00000000-0000-0001-0000-00000000000\u0662",
        "00000000-0000-0000-0000-000000000000"
      })
  void aClientIdThatIsNoUuidNamesNobody(String id) {
    String text = "{'type':'hostAnswerSignal','data':{'answerSignal':1,'clientId':'" + id + "'}}";

    assertThat(message(json(text))).isEqualTo(new HostAnswer(Json.of("1"), ClientId.NOBODY, null));
  }

  @Test
  void theCaseOfAClientIdMakesNoDifference() {
    String text =
        "{'type':'iceCandidate','data':{'candidate':1,"
            + "'clientId':'ABCDEF00-0000-4000-8000-000000000002'}}";

    assertThat(message(json(text)))
        .isEqualTo(
            new IceCandidate(
                Json.of("1"),
                ClientId.parse("abcdef00-0000-4000-8000-000000000002").orElseThrow(),
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "1, 1",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "100000000000000000000000000000000000000000000000000000000000000000000, 9223372036854775807"
  })
  void anEpochAboveAllEpochsIsTheLargest(String written, long epoch) {
    String text =
        "{'type':'guestOfferSignal','data':{'offerSignal':1,'hostEpoch':" + written + "}}";

    assertThat(message(json(text))).isEqualTo(new GuestOffer(Json.of("1"), epoch));
  }

  @Test
  void aTokenMayBeAnyText() {
    String text = "{'type':'resumeIdentity','data':{'clientToken':''}}";

    assertThat(message(json(text))).isEqualTo(new ResumeIdentity(new Secret("")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'leaveRoom'}",
        "{'type':'leaveRoom','data':null}",
        "{'type':'leaveRoom','data':{}}",
        "{'type':'leaveRoom','data':{'reason':5,'canHost':'x'},'extra':{'data':[]}}",
        "{'type':'leave\\u0052oom'}"
      })
  void leavingNeedsNothingAndIgnoresWhatItDoesNotKnow(String text) {
    assertThat(message(json(text))).isEqualTo(new LeaveRoom());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dance", "LeaveRoom", "leaveroom", "leaveRoom ", "error", "identity"})
  void aTypeThatNobodyKnowsIsUnknown(String type) {
    Decoded decoded = decoded(json("{'type':'" + type + "','data':{'canHost':'yes'}}"));

    assertThat(decoded).isEqualTo(new Refused(Refusal.of(ErrorType.UNKNOWN_MESSAGE_TYPE), null));
  }
}
