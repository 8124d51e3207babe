package io.groovejet.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value (RFC 8259) that the server carries without looking into it: its exact bytes, which
 * is why strings and numbers come out as they went in.
 *
 * <p>Equal when the bytes are equal. {@link #toString} tells the size only, so that no signal ever
 * gets into a log.
 */
public final class Json {

  private final byte[] bytes;
  private final int from;
  private final int to;

  private Json(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /**
   * A view of the valid JSON value at {@code from} (inclusive) to {@code to} (exclusive) of a
   * message in UTF-8. Nothing is copied: the array must not change.
   */
  public static Json slice(byte[] utf8, int from, int to) {
    if (from < 0 || from >= to || to > utf8.length) {
      throw new IllegalArgumentException("no slice " + from + ".." + to + " of " + utf8.length);
    }
    return new Json(utf8, from, to);
  }

  /** The valid JSON value {@code text}. */
  public static Json of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return slice(utf8, 0, utf8.length);
  }

  /** How many bytes of UTF-8 the value has. */
  public int size() {
    return to - from;
  }

  /** A copy that does not keep the message alive in which the value came. */
  public Json detached() {
    return size() == bytes.length ? this : new Json(Arrays.copyOfRange(bytes, from, to), 0, size());
  }

  /** Copies the bytes of the value to {@code target}, starting at {@code at}. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, from, target, at, size());
  }

  /** The value as JSON text. */
  public String text() {
    return new String(bytes, from, size(), StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Json that
        && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return "Json[" + size() + " bytes]";
  }
}
