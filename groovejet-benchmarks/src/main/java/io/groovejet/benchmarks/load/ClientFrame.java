package io.groovejet.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Frames as clients send them (RFC 6455 section 5.2), masked once for as often as they are sent.
 */
final class ClientFrame {

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PONG = 10;
  private static final int MOST_SHORT = 125;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int NORMAL_CLOSURE = 1000;

  private ClientFrame() {}

  static byte[] text(String text) {
    return of(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] text(byte[] utf8) {
    return of(TEXT, utf8);
  }

  static byte[] pong(byte[] payload) {
    return of(PONG, payload);
  }

  static byte[] close() {
    return of(CLOSE, ByteBuffer.allocate(2).putShort((short) NORMAL_CLOSURE).array());
  }

  private static byte[] of(int opcode, byte[] payload) {
    boolean isShort = payload.length <= MOST_SHORT;
    ByteBuffer frame =
        ByteBuffer.allocate((isShort ? 2 : 4) + MASK.length + payload.length)
            .put((byte) (FIN | opcode))
            .put((byte) (MASKED | (isShort ? payload.length : TWO_BYTES_FOLLOW)));
    if (!isShort) {
      frame.putShort((short) payload.length);
    }
    frame.put(MASK);
    for (int at = 0; at < payload.length; at++) {
      frame.put((byte) (payload[at] ^ MASK[at % MASK.length]));
    }
    return frame.array();
  }
}
