package io.groovejet.codec;

import static io.groovejet.codec.Texts.decoded;
import static io.groovejet.codec.Texts.garbage;
import static io.groovejet.codec.Texts.json;
import static io.groovejet.codec.Texts.message;
import static io.groovejet.codec.Texts.offering;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.codec.Decoded.Garbage;
import io.groovejet.protocol.ClientMessage.LeaveRoom;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that the parser refuses, or that are no object. */
final class GarbageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " \n\t\r ",
        "1",
        "-",
        "true",
        "null",
        "nul",
        "'leaveRoom'",
        "[]",
        "[{}]",
        "{",
        "}",
        "{]",
        "{'type'}",
        "{'type':}",
        "{'type':'leaveRoom'",
        "{'type':'leaveRoom}",
        "hello"
      })
  void aTextThatIsNoObjectIsGarbage(String text) {
    Refusal refusal = garbage(json(text));

    assertThat(refusal.type()).isEqualTo(ErrorType.MALFORMED_MESSAGE);
    assertThat(refusal.field()).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'leaveRoom',}",
        "{'type':'leaveRoom','data':{'a':[1,]}}",
        "{'type':'leaveRoom' 'a':1}",
        "{type:'leaveRoom'}",
        "{'type':'leaveRoom','a':NaN}",
        "{'type':'leaveRoom','a':-Infinity}",
        "{'type':'leaveRoom','a':+1}",
        "{'type':'leaveRoom','a':01}",
        "{'type':'leaveRoom','a':.5}",
        "{'type':'leaveRoom','a':1.}",
        "{'type':'leaveRoom','a':1e}",
        "{'type':'leaveRoom','a':0x1}",
        "{'type':'leaveRoom','a':True}",
        "{'type':'leaveRoom','a':'\\x41'}",
        "{'type':'leaveRoom','a':'\\u12g4'}",
        "{'type':'leaveRoom','a':'\t'}",
        "{'type':'leaveRoom','a':'\u0000'}",
        "{'type':'leaveRoom','a\n':1}",
        "{'type':'leaveRoom'/* */}",
        "{'type':'leaveRoom'} // bye",
        "{'type':'leaveRoom'\u00a0}",
        "\u001e{'type':'leaveRoom'}"
      })
  void whatIsAlmostJsonIsGarbage(String text) {
    assertThat(garbage(json(text)).field()).isEqualTo("type");
  }

  @Test
  void aTextInSingleQuotesIsGarbage() {
    assertThat(decoded("{'type':'leaveRoom'}")).isInstanceOf(Garbage.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'type':'leaveRoom'}", "}", ",", "x", "1", "\u0000", "\u0000\u0000\u0000\u0000"})
  void textAfterTheMessageIsGarbage(String trailing) {
    assertThat(decoded(json("{'type':'leaveRoom'}" + trailing))).isInstanceOf(Garbage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufeff", " \ufeff", "\u0000", "\u0000\u0000\u0000", "\ufffe"})
  void noMarkAndNoZeroStandsBeforeAMessage(String before) {
    assertThat(decoded(json(before + "{'type':'leaveRoom'}"))).isInstanceOf(Garbage.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM", "UTF-32LE", "UTF-32BE"})
  void noOtherEncodingIsGuessed(Charset encoding) {
    byte[] text = json("{'type':'leaveRoom'}").getBytes(encoding);

    assertThat(garbage(text).field()).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void shortTextsOfOtherEncodingsAreGarbageToo(int length) {
    byte[] text = new byte[length];

    text[length - 1] = '{';

    assertThat(garbage(text).field()).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'leaveRoom','type':'leaveRoom'}",
        "{'type':'leaveRoom','\\u0074ype':'joinRoom'}",
        "{'type':'leaveRoom','data':{},'data':{}}",
        "{'type':'leaveRoom','requestId':'1','requestId':'2'}",
        "{'type':'leaveRoom','x':1,'x':1}",
        "{'type':'leaveRoom','x':1,'y':2,'z':3,'\\u0078':1}",
        "{'type':'leaveRoom','data':{'a':1,'a':2}}",
        "{'type':'leaveRoom','data':{'a':{'b':[{'c':1,'c':1}]}}}",
        "{'type':'leaveRoom','x':{'\u00e9':1,'\\u00e9':1}}",
        "{'type':'leaveRoom','x':{'\uD83D\uDE00':1,'\\ud83d\\ude00':1}}",
        "{'type':'guestOfferSignal','data':{'offerSignal':{'sdp':'a','s\\u0064p':'b'}}}",
        "{'type':'guestOfferSignal','data':{'offerSignal':1,'offer\\u0053ignal':2}}"
      })
  void twoEqualNamesInOneObjectAreGarbage(String text) {
    assertThat(garbage(json(text)).field()).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a0", "\\u0061\\u0030", "a99", "a9\\u0039", "", "\\ud83d\\ude00"})
  void twoEqualNamesAmongManyAreGarbage(String again) {
    StringBuilder names = new StringBuilder("{\"\":0,\"\uD83D\uDE00\":0");
    IntStream.range(0, 100).forEach(i -> names.append(",\"a").append(i).append("\":{}"));

    assertThat(decoded(offering(names + "}"))).isInstanceOf(Decoded.Understood.class);
    assertThat(decoded(offering(names + ",\"" + again + "\":0}"))).isInstanceOf(Garbage.class);
  }

  @Test
  void equalNamesInDifferentObjectsAreFine() {
    String text = "{'type':'leaveRoom','data':{'type':1,'data':{'type':2}},'x':[{'a':1},{'a':1}]}";

    assertThat(message(json(text))).isEqualTo(new LeaveRoom());
  }

  @Test
  void namesThatDifferInCaseOrByAZeroAreDifferent() {
    String text = "{'type':'leaveRoom','Type':1,'type\\u0000':2,'':3,'\\u0000':4}";

    assertThat(message(json(text))).isEqualTo(new LeaveRoom());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83dx", "\\ud83d\\ud83d"})
  void halfASurrogatePairInANameIsGarbage(String name) {
    assertThat(decoded(offering("{\"" + name + "\":1}"))).isInstanceOf(Garbage.class);
    assertThat(decoded(offering("\"" + name + "\""))).isInstanceOf(Decoded.Understood.class);
  }

  @Test
  void aMessageIsThirtyTwoLevelsDeepAtMost() {
    String deepest = "[".repeat(30) + "]".repeat(30);
    String tooDeep = "[".repeat(31) + "]".repeat(31);

    assertThat(decoded(offering(deepest))).isInstanceOf(Decoded.Understood.class);
    assertThat(decoded(offering(tooDeep))).isInstanceOf(Garbage.class);
  }

  @Test
  void objectsCountAsLevelsToo() {
    String deepest = "{\"a\":".repeat(30) + "0" + "}".repeat(30);
    String tooDeep = "{\"a\":".repeat(31) + "0" + "}".repeat(31);

    assertThat(decoded(offering(deepest))).isInstanceOf(Decoded.Understood.class);
    assertThat(decoded(offering(tooDeep))).isInstanceOf(Garbage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "data", "requestId", "somethingElse"})
  void nothingIsTooDeepAnywhere(String field) {
    String deepest = "[".repeat(31) + "]".repeat(31);
    String tooDeep = "[".repeat(32) + "]".repeat(32);

    assertThat(decoded("{\"" + field + "\":" + deepest + "}")).isInstanceOf(Decoded.Refused.class);
    assertThat(decoded("{\"" + field + "\":" + tooDeep + "}")).isInstanceOf(Garbage.class);
  }

  @Test
  void bracketsInStringsAreNoLevels() {
    assertThat(decoded(offering("\"" + "[{".repeat(500) + "\"")))
        .isInstanceOf(Decoded.Understood.class);
  }

  @Test
  void aMillionBracketsAreRefusedQuietly() {
    assertThat(decoded("[".repeat(1_000_000))).isInstanceOf(Garbage.class);
    assertThat(decoded("{\"a\":".repeat(1_000_000))).isInstanceOf(Garbage.class);
  }

  @Test
  void aMessageMayHaveThousandsOfNames() {
    StringBuilder names = new StringBuilder("{\"a\":0");
    IntStream.range(0, 20_000).forEach(i -> names.append(",\"a").append(i).append("\":0"));

    Decoded decoded = decoded(offering(names.append('}').toString()));

    assertThat(decoded).isInstanceOf(Decoded.Understood.class);
  }

  @Test
  void aRefusalNeverEchoesTheText() {
    Refusal refusal = garbage("{\"secret\":1,\"secret\":2}".getBytes(StandardCharsets.UTF_8));

    assertThat(refusal.sentence()).doesNotContain("secret");
  }
}
