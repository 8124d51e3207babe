package io.groovejet.codec;

import io.groovejet.codec.Decoded.Garbage;
import io.groovejet.codec.Decoded.Refused;
import io.groovejet.codec.Decoded.Understood;
import io.groovejet.protocol.ClientMessage;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Refusal;
import java.nio.charset.StandardCharsets;

/** What clients write, and what becomes of it. */
final class Texts {

  private Texts() {}

  /** JSON written with single quotes, for tests that have no single quote to say. */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  /** A guest's offer with {@code signal}, any JSON value. */
  static String offering(String signal) {
    return "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":" + signal + "}}";
  }

  static Decoded decoded(String text) {
    return Decoder.decode(text.getBytes(StandardCharsets.UTF_8), Dialect.MESSAGE);
  }

  static ClientMessage message(String text) {
    Decoded decoded = decoded(text);
    if (decoded instanceof Understood understood) {
      return understood.message();
    }
    throw new AssertionError("not understood: " + decoded);
  }

  static Refusal refusal(String text) {
    Decoded decoded = decoded(text);
    if (decoded instanceof Refused refused) {
      return refused.refusal();
    }
    throw new AssertionError("not refused: " + decoded);
  }

  static Refusal garbage(byte[] bytes) {
    Decoded decoded = Decoder.decode(bytes, Dialect.MESSAGE);
    if (decoded instanceof Garbage garbage) {
      return garbage.refusal();
    }
    throw new AssertionError("not garbage: " + decoded);
  }

  static Refusal garbage(String text) {
    return garbage(text.getBytes(StandardCharsets.UTF_8));
  }
}
