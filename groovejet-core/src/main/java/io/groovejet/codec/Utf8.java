package io.groovejet.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8 (RFC 3629). */
public final class Utf8 {

  private static final long SIGNS = 0x8080_8080_8080_8080L; // of the bytes in a long
  private static final int SOME = 256; // chars at a time, of which none is kept

  private Utf8() {}

  /** Whether {@code bytes} are well-formed: no overlong forms, no surrogates, nothing cut off. */
  public static boolean isWellFormed(byte[] bytes) {
    return isAscii(bytes) || decodes(bytes);
  }

  private static boolean isAscii(byte[] bytes) {
    ByteBuffer longs = ByteBuffer.wrap(bytes);
    long signs = 0;
    int at = 0;
    for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
      signs |= longs.getLong(at);
    }
    for (; at < bytes.length; at++) {
      signs |= bytes[at];
    }
    return (signs & SIGNS) == 0;
  }

  private static boolean decodes(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer some = CharBuffer.allocate(SOME);
    CoderResult result = decoder.decode(rest, some, true);
    while (result.isOverflow()) {
      result = decoder.decode(rest, some.clear(), true);
    }
    return !result.isError();
  }
}
