package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Json;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signal is found in the text with exactly its own bytes, whatever it is and stands between. */
final class PayloadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"v=0\\r\\n\\u0000\\\"}, \"",
        "\" , \"",
        "\"Grüße, 世界 🎮\"",
        "\"half a pair: \\ud83c\"",
        "0",
        "-1.50e+3",
        "12345678901234567890123456789",
        "true",
        "null",
        "{}",
        "{ \"a\" : [ 1 , {} ] , \"\\u0062\": \" \" }",
        "[]",
        "[ \"x\" ]"
      })
  void comesOutAsItIs(String signal) {
    assertThat(offerIn("{\"offerSignal\":" + signal + "}")).isEqualTo(Json.of(signal));
    assertThat(offerIn("{\"offerSignal\": \t\r\n" + signal + " \t\r\n}"))
        .isEqualTo(Json.of(signal));
    assertThat(offerIn("{\"hostEpoch\":1,\"offerSignal\":" + signal + ",\"x\":\"y\"}"))
        .isEqualTo(Json.of(signal));
    assertThat(offerIn("{\"offerSignal\" : " + signal + " \n , \n \"hostEpoch\" : 1 }"))
        .isEqualTo(Json.of(signal));
    assertThat(offerIn("{\"offerSignal\":" + signal + ",\"ü ,\\u0020\":2}"))
        .isEqualTo(Json.of(signal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"offerSignal\":\"v=0}",
        "{\"offerSignal\":\"v=0\"",
        "{\"offerSignal\":\"v=0\",",
        "{\"offerSignal\":\"v=0\",}",
        "{\"offerSignal\":\"v=0\" 1}",
        "{\"offerSignal\":\"\n\"}",
        "{\"offerSignal\":\"\\x\"}",
        "{\"offerSignal\":1",
        "{\"offerSignal\":1x}",
        "{\"offerSignal\":nul}",
        "{\"offerSignal\":[1}",
        "{\"offerSignal\":",
        "{\"offerSignal\":}"
      })
  void isRefusedWhenItIsNoJson(String data) {
    assertThat(decode(data)).isInstanceOf(Decoded.Garbage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
  void isNotLookedForInOtherEncodings(String encoding) {
    byte[] text = "{\"type\":\"leaveRoom\"}".getBytes(Charset.forName(encoding));

    assertThat(Decoder.decode(text, Dialect.MESSAGE)).isInstanceOf(Decoded.Garbage.class);
  }

  @Test
  void isNotLookedForBehindAByteOrderMark() {
    byte[] text = "\ufeff{\"type\":\"leaveRoom\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Decoder.decode(text, Dialect.MESSAGE)).isInstanceOf(Decoded.Garbage.class);
  }

  private static Json offerIn(String data) {
    Decoded.Understood understood = (Decoded.Understood) decode(data);
    return ((GuestOffer) understood.message()).offer();
  }

  private static Decoded decode(String data) {
    String message = "{\"type\":\"guestOfferSignal\",\"data\":" + data + "}";
    return Decoder.decode(message.getBytes(StandardCharsets.UTF_8), Dialect.MESSAGE);
  }
}
