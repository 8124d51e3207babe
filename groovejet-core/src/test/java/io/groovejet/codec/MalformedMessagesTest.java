package io.groovejet.codec;

import static io.groovejet.codec.Texts.json;
import static io.groovejet.codec.Texts.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages with a known field that is missing or of the wrong type or range. */
final class MalformedMessagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'data':{}}",
        "{'type':null}",
        "{'type':1}",
        "{'type':true}",
        "{'type':{'type':'leaveRoom'}}",
        "{'type':['leaveRoom']}",
        "{'Type':'leaveRoom'}"
      })
  void aMessageWithoutATextAsTypeIsMalformed(String text) {
    Refusal refusal = refusal(json(text));

    assertThat(refusal.type()).isEqualTo(ErrorType.MALFORMED_MESSAGE);
    assertThat(refusal.field()).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "''", "'{}'", "0", "1.5", "true", "false"})
  void dataThatIsNoObjectIsMalformed(String data) {
    Refusal refusal = refusal(json("{'type':'leaveRoom','data':" + data + "}"));

    assertThat(refusal.type()).isEqualTo(ErrorType.MALFORMED_MESSAGE);
    assertThat(refusal.field()).isEqualTo("data");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "resumeIdentity   | clientToken",
        "guestOfferSignal | offerSignal",
        "hostAnswerSignal | answerSignal",
        "iceCandidate     | candidate",
        "requestOffer     | clientId",
        "linkState        | connected",
        "hostReady        | hostEpoch",
        "hostDeclined     | hostEpoch",
        "saveSnapshot     | snapshot"
      })
  void aMessageWithoutAFieldItNeedsIsMalformed(String type, String field) {
    assertThat(refusal(json("{'type':'" + type + "'}")).field()).isEqualTo(field);
    assertThat(refusal(json("{'type':'" + type + "','data':null}")).field()).isEqualTo(field);
    assertThat(refusal(json("{'type':'" + type + "','data':{}}")).field()).isEqualTo(field);
  }

  @Test
  void anAnswerForNobodyIsMalformed() {
    String text = "{'type':'hostAnswerSignal','data':{'answerSignal':{}}}";

    assertThat(refusal(json(text)).field()).isEqualTo("clientId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'clientToken':1",
        "'clientToken':null",
        "'clientToken':['a']",
        "'canHost':'yes'",
        "'canHost':1",
        "'canHost':null",
        "'hostPriority':'1'",
        "'hostPriority':true",
        "'hostPriority':1.0",
        "'hostPriority':1e3",
        "'hostPriority':null",
        "'hostPriority':1000001",
        "'hostPriority':-1000001",
        "'hostPriority':1000000000000000000000000000000",
        "'password':1",
        "'password':null",
        "'password':{}",
        "'profile':[]",
        "'profile':'ada'",
        "'profile':null",
        "'profile':true"
      })
  void aJoinWithAFieldOfTheWrongTypeOrRangeIsMalformed(String field) {
    Refusal refusal =
        refusal(json("{'type':'joinRoom','data':{'roomCode':'bcdfg'," + field + "}}"));

    assertThat(refusal.type()).isEqualTo(ErrorType.MALFORMED_MESSAGE);
    assertThat(field).startsWith("'" + refusal.field() + "':");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'maxClients':0",
        "'maxClients':-0",
        "'maxClients':-1",
        "'maxClients':1.5",
        "'maxClients':2.0",
        "'maxClients':'3'",
        "'maxClients':1e30",
        "'maxClients':null",
        "'maxClients':-1000000000000000000000000000000",
        "'hostMigration':'Automatic'",
        "'hostMigration':'AUTOMATIC'",
        "'hostMigration':''",
        "'hostMigration':null",
        "'hostMigration':false",
        "'isPublic':'true'",
        "'isPublic':0",
        "'isPublic':null",
        "'password':7",
        "'password':null",
        "'metadata':[]",
        "'metadata':''",
        "'metadata':null",
        "'profile':1",
        "'profile':null",
        "'hostPriority':1.5",
        "'hostPriority':null"
      })
  void aRoomWithASettingOfTheWrongTypeOrRangeIsMalformed(String field) {
    Refusal refusal = refusal(json("{'type':'createRoom','data':{" + field + "}}"));

    assertThat(refusal.type()).isEqualTo(ErrorType.MALFORMED_MESSAGE);
    assertThat(field).startsWith("'" + refusal.field() + "':");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1'", "1.0", "1e2", "-1", "true", "null", "{}"})
  void anEpochIsAWholeNumber(String epoch) {
    String text = "{'type':'guestOfferSignal','data':{'offerSignal':1,'hostEpoch':" + epoch + "}}";

    assertThat(refusal(json(text)).field()).isEqualTo("hostEpoch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "{}", "[]", "true"})
  void aClientIdIsAText(String id) {
    String text = "{'type':'iceCandidate','data':{'candidate':{},'clientId':" + id + "}}";

    assertThat(refusal(json(text)).field()).isEqualTo("clientId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "{}", "[]", "true"})
  void aReasonIsAText(String reason) {
    String text =
        "{'type':'requestOffer','data':{'clientId':'00000000-0000-0001-0000-000000000002',"
            + "'reason':"
            + reason
            + "}}";

    assertThat(refusal(json(text)).field()).isEqualTo("reason");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "linkState    | 'connected':'yes'",
        "linkState    | 'connected':null",
        "updateClient | 'canHost':0",
        "updateClient | 'hostPriority':0.5",
        "updateClient | 'profile':null",
        "transferHost | 'clientId':null",
        "transferHost | 'clientId':7",
        "transferHost | 'hostEpoch':'2'",
        "hostReady    | 'hostEpoch':-1",
        "hostReady    | 'hostEpoch':null",
        "loadSnapshot | 'snapshotVersion':null",
        "loadSnapshot | 'snapshotVersion':-1",
        "loadSnapshot | 'snapshotVersion':'latest'"
      })
  void whatIsSaidOfTheHostsRoleIsCheckedToo(String type, String field) {
    Refusal refusal = refusal(json("{'type':'" + type + "','data':{" + field + "}}"));

    assertThat(refusal.type()).isEqualTo(ErrorType.MALFORMED_MESSAGE);
    assertThat(field).startsWith("'" + refusal.field() + "':");
  }

  @Test
  void aLinkStateWithoutItsEpochIsMalformed() {
    String text = "{'type':'linkState','data':{'connected':true}}";

    assertThat(refusal(json(text)).field()).isEqualTo("hostEpoch");
  }

  @Test
  void aReasonIsCheckedEvenWhereNobodyHearsIt() {
    String text = "{'type':'hostDeclined','data':{'hostEpoch':2,'reason':7}}";

    assertThat(refusal(json(text)).field()).isEqualTo("reason");
  }

  @Test
  void aLabelHasSixtyFourCharactersAtMost() {
    String text = "{'type':'saveSnapshot','data':{'snapshot':{},'label':'" + "x".repeat(65) + "'}}";

    assertThat(refusal(json(text)))
        .isEqualTo(Refusal.outOfBounds("label", "The field label has 64 characters at most", 64));
  }

  @Test
  void whatIsWrongComesBeforeWhatIsUnknown() {
    Refusal refusal = refusal(json("{'type':'dance','data':[]}"));

    assertThat(refusal.type()).isEqualTo(ErrorType.MALFORMED_MESSAGE);
    assertThat(refusal.field()).isEqualTo("data");
  }

  @Test
  void aRefusalNeverEchoesWhatTheClientWrote() {
    String text = "{'type':'createRoom','data':{'hostMigration':'<script>'}}";

    Refusal refusal = refusal(json(text));

    assertThat(refusal)
        .isEqualTo(
            Refusal.malformed(
                "hostMigration", "The field hostMigration has to be automatic, manual or off"));
  }
}
