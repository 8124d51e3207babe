package io.groovejet.codec;

import io.groovejet.protocol.Json;
import java.nio.charset.StandardCharsets;

/** Puts a payload's bytes, as they are, between what stands before and behind it. */
final class Splice {

  private Splice() {}

  static byte[] of(byte[] before, Json payload, String behind) {
    byte[] tail = behind.getBytes(StandardCharsets.ISO_8859_1);
    byte[] text = new byte[before.length + payload.size() + tail.length];
    System.arraycopy(before, 0, text, 0, before.length);
    payload.copyTo(text, before.length);
    System.arraycopy(tail, 0, text, before.length + payload.size(), tail.length);
    return text;
  }

  static byte[] head(String type, String field) {
    String head = "{\"type\":\"" + type + "\",\"data\":{\"" + field + "\":";
    return head.getBytes(StandardCharsets.ISO_8859_1);
  }
}
