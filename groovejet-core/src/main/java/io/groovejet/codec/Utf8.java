package io.groovejet.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8 (RFC 3629). */
public final class Utf8 {

  private Utf8() {}

  /** Whether {@code bytes} are well-formed: no overlong forms, no surrogates, nothing cut off. */
  public static boolean isWellFormed(byte[] bytes) {
    int signs = 0;
    for (byte b : bytes) {
      signs |= b;
    }
    return signs >= 0 || decodes(bytes);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
