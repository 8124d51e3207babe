package io.groovejet.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The answer to the key of an opening handshake (RFC 6455 section 4.2.2). */
public final class AcceptKey {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private AcceptKey() {}

  /** The value of {@code Sec-WebSocket-Accept} for that of {@code Sec-WebSocket-Key}. */
  public static String of(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(digest.digest((key + MAGIC).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException notJava) {
      throw new IllegalStateException("SHA-1 is missing", notJava);
    }
  }
}
