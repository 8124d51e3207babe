package io.groovejet.mvstore;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Stored values with a checksum before them, so that what the disk has changed is noticed. */
final class Seal {

  private static final int SIZE = Integer.BYTES;

  private Seal() {}

  static byte[] on(byte[] value) {
    return ByteBuffer.allocate(SIZE + value.length).putInt(checksum(value, 0)).put(value).array();
  }

  /**
   * What was sealed in {@code value}.
   *
   * @throws IllegalArgumentException if it is not what it was
   */
  static byte[] opened(byte[] value) {
    if (value.length < SIZE || ByteBuffer.wrap(value).getInt() != checksum(value, SIZE)) {
      throw new IllegalArgumentException("a value in it is damaged");
    }
    return Arrays.copyOfRange(value, SIZE, value.length);
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return (int) checksum.getValue();
  }
}
