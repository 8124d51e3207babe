package io.groovejet.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The part of a JSON string that stands for itself: all but quotes, escapes and controls. */
final class PlainText {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L; // in each byte of a long
  private static final long SIGNS = ONES << 7;
  private static final long SPACES = ONES * ' ';
  private static final long QUOTES = ONES * '"';
  private static final long ESCAPES = ONES * '\\';

  private PlainText() {}

  /**
   * Where it ends that begins at {@code from}: at the first byte that is something else, or at the
   * end of the text. Looks at eight bytes at a time: a byte below n, less n, borrows and so has a
   * sign it had not before; the first one that does is right, whatever follows.
   */
  static int end(byte[] utf8, int from) {
    int at = from;
    for (; at <= utf8.length - Long.BYTES; at += Long.BYTES) {
      long eight = (long) LONGS.get(utf8, at);
      long borrows = (eight - SPACES) | ((eight ^ QUOTES) - ONES) | ((eight ^ ESCAPES) - ONES);
      long others = borrows & ~eight & SIGNS;
      if (others != 0) {
        return at + (Long.numberOfTrailingZeros(others) >>> 3);
      }
    }
    while (at < utf8.length && isPlain(utf8[at])) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(byte next) {
    return (next >= ' ' || next < 0) && next != '"' && next != '\\';
  }
}
