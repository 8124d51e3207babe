package io.groovejet.benchmarks.load;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/** Takes apart what a server sends (RFC 6455 section 5.2). */
final class ServerFrames {

  private static final int FIN = 0x80;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int EIGHT_BYTES_FOLLOW = 127;

  /** What a frame is. */
  enum Kind {
    TEXT,
    PING,
    CLOSE,
    OTHER
  }

  private ServerFrames() {}

  /** Tells of each complete frame; what remains in the buffer is the beginning of another one. */
  static void takeFrom(ByteBuffer bytes, BiConsumer<Kind, ByteBuffer> each) {
    int limit = bytes.limit();
    while (bytes.remaining() >= 2) {
      int start = bytes.position();
      int first = bytes.get();
      int size = size(bytes);
      if (size < 0 || bytes.remaining() < size) {
        bytes.position(start);
        return;
      }
      int end = bytes.position() + size;
      bytes.limit(end);
      each.accept(kind(first), bytes);
      bytes.limit(limit).position(end);
    }
  }

  /** The size of the payload, after which the buffer stands at it; -1 when it is not known yet. */
  private static int size(ByteBuffer bytes) {
    int size = bytes.get() & 0x7F;
    if (size < TWO_BYTES_FOLLOW) {
      return size;
    }
    int more = size == EIGHT_BYTES_FOLLOW ? Long.BYTES : Short.BYTES;
    if (bytes.remaining() < more) {
      return -1;
    }
    return more == Short.BYTES ? bytes.getShort() & 0xFFFF : Math.toIntExact(bytes.getLong());
  }

  private static Kind kind(int first) {
    return switch (first & 0xFF) {
      case FIN | 1 -> Kind.TEXT;
      case FIN | 8 -> Kind.CLOSE;
      case FIN | 9 -> Kind.PING;
      case 1, 0, FIN -> throw new IllegalStateException("a text in several frames");
      default -> Kind.OTHER;
    };
  }
}
