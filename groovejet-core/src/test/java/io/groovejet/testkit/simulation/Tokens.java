package io.groovejet.testkit.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Finds client tokens, whoever's, in whatever is said. */
final class Tokens {

  private static final int LENGTH = 76; // of any text in base64url
  private static final String IDENTITY = "{\"type\":\"identity\"";

  private Tokens() {}

  /** Whether there is no token, or the one of the identity that is told. */
  static boolean areKept(byte[] message) {
    int end = endOfToken(message, 0);
    if (end < 0) {
      return true;
    }
    String text = new String(message, ISO_8859_1);
    String token = text.substring(end - LENGTH, end);
    return text.startsWith(IDENTITY)
        && text.contains("\"clientId\":\"" + bearer(token) + '"')
        && endOfToken(message, end) < 0;
  }

  /** Whether there is anything that may be a token. */
  static boolean areIn(String text) {
    return endOfToken(text.getBytes(ISO_8859_1), 0) >= 0;
  }

  private static int endOfToken(byte[] text, int from) {
    int run = 0;
    for (int at = from; at < text.length; at++) {
      run = isOfBase64(text[at]) ? run + 1 : 0;
      if (run == LENGTH) {
        return at + 1;
      }
    }
    return -1;
  }

  private static boolean isOfBase64(byte sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9')
        || sign == '-'
        || sign == '_';
  }

  private static UUID bearer(String token) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    bytes.get(); // the format
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
