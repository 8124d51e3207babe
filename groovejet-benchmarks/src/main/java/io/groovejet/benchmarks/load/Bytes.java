package io.groovejet.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Looks into buffers without moving them. */
final class Bytes {

  private Bytes() {}

  static boolean startsWith(ByteBuffer bytes, byte[] head) {
    return bytes.remaining() >= head.length && isAt(bytes, bytes.position(), head);
  }

  /** Where that begins, as a position of the buffer; -1 when it is not there. */
  static int indexOf(ByteBuffer bytes, byte[] wanted) {
    for (int at = bytes.position(); at <= bytes.limit() - wanted.length; at++) {
      if (isAt(bytes, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(bytes.position(), copy);
    return copy;
  }

  static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  static String toString(ByteBuffer bytes) {
    return new String(copy(bytes), StandardCharsets.UTF_8);
  }

  private static boolean isAt(ByteBuffer bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes.get(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
