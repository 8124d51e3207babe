package io.groovejet.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The header of the frame a client is sending (RFC 6455 section 5.2); one is used for all. */
final class FrameHeader {

  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xa;

  private static final int FIN = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;
  private static final int LONGEST_CONTROL = 125;

  private final ByteBuffer bytes = ByteBuffer.allocate(14); // position: how much is there
  private boolean complete; // what is there is the frame being read

  /**
   * Reads the next header, or more of it.
   *
   * @return whether it is complete
   */
  boolean read(ByteBuffer from) {
    if (complete) {
      bytes.clear();
      complete = false;
    }
    while (from.hasRemaining() && !complete) {
      bytes.put(from.get());
      complete = bytes.position() >= 2 && bytes.position() == size();
    }
    return complete;
  }

  /** Whether a client may send this frame, given the opcode of the message under way or 0. */
  boolean isAllowed(int message) {
    boolean plain = (bytes.get(0) & RESERVED) == 0 && isMasked() && length() >= 0;
    return plain
        && switch (opcode()) {
          case CONTINUATION -> message != 0;
          case TEXT, BINARY -> message == 0;
          case CLOSE, PING, PONG -> isFinal() && length() <= LONGEST_CONTROL;
          default -> false;
        };
  }

  int opcode() {
    return bytes.get(0) & 0xf;
  }

  boolean isControl() {
    return opcode() >= CLOSE;
  }

  boolean isFinal() {
    return (bytes.get(0) & FIN) != 0;
  }

  /** Bytes of the payload; negative when it is longer than the protocol allows. */
  long length() {
    int length = bytes.get(1) & 0x7f;
    return switch (length) {
      case 126 -> bytes.getShort(2) & 0xffff;
      case 127 -> bytes.getLong(2);
      default -> length;
    };
  }

  /**
   * Unmasks a part of the payload; leaves it little-endian, as Java takes many longs at a time only
   * if it need not swap their bytes, and knows before where they end.
   *
   * @param offset how many bytes of the payload came before it, modulo 4
   */
  void unmask(ByteBuffer part, int offset) {
    int rotated = Integer.rotateLeft(bytes.getInt(size() - 4), 8 * offset);
    long mask = Long.reverseBytes(((long) rotated << 32) | (rotated & 0xffffffffL));
    ByteBuffer ordered = part.order(ByteOrder.LITTLE_ENDIAN);
    int limit = part.limit();
    int at = 0;
    for (int last = limit - 8; at <= last; at += 8) {
      ordered.putLong(at, ordered.getLong(at) ^ mask);
    }
    for (; at < limit; at++) {
      part.put(at, (byte) (part.get(at) ^ (mask >>> (8 * (at & 7)))));
    }
  }

  private boolean isMasked() {
    return (bytes.get(1) & MASKED) != 0;
  }

  /** How many bytes the header has, known from its second byte on. */
  private int size() {
    int length = bytes.get(1) & 0x7f;
    int lengthBytes = length == 126 ? 2 : length == 127 ? 8 : 0;
    return 2 + lengthBytes + (isMasked() ? 4 : 0);
  }
}
