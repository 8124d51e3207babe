package io.groovejet.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One WebSocket frame (RFC 6455 section 5.2): its first byte and its payload, right or wrong. It is
 * a value; what derives another frame leaves this one alone.
 */
public final class Frame {

  private static final int FIN = 0x80;
  private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

  private final int head;
  private final byte[] payload;

  private Frame(int head, byte[] payload) {
    this.head = head;
    this.payload = payload.clone();
  }

  /**
   * A frame with any first byte: the FIN bit, three reserved bits, the opcode.
   *
   * @param head the first byte, 0 to 255
   */
  public static Frame of(int head, byte[] payload) {
    return new Frame(head & 0xff, payload);
  }

  /** A whole text message. */
  public static Frame text(String text) {
    return text(text.getBytes(UTF_8));
  }

  /** A whole text message of any bytes, UTF-8 or not. */
  public static Frame text(byte[] payload) {
    return new Frame(FIN | 0x1, payload);
  }

  /** A whole binary message. */
  public static Frame binary(byte[] payload) {
    return new Frame(FIN | 0x2, payload);
  }

  /** A ping that carries a text. */
  public static Frame ping(String text) {
    return new Frame(FIN | 0x9, text.getBytes(UTF_8));
  }

  /** A pong that carries a text. */
  public static Frame pong(String text) {
    return new Frame(FIN | 0xa, text.getBytes(UTF_8));
  }

  /** A close frame with a code and no reason. */
  public static Frame close(int code) {
    return new Frame(FIN | 0x8, ByteBuffer.allocate(2).putShort((short) code).array());
  }

  /** The masked head of a text frame that announces any length, with none of its payload. */
  public static byte[] headOfText(long length) {
    byte[] kind = {(byte) (FIN | 0x1), (byte) 0xff};
    return ByteBuffer.allocate(14).put(kind).putLong(length).putInt(0).array();
  }

  /** This frame as the first part of a message: without its FIN bit. */
  public Frame unfinished() {
    return new Frame(head & ~FIN, payload);
  }

  /** This frame as a later part of a message: with the opcode for continuation. */
  public Frame continued() {
    return new Frame(head & ~0xf, payload);
  }

  /** This frame with the next part of its message appended. */
  Frame joined(Frame next) {
    if (next.opcode() != 0 || next.reserved() != 0) {
      throw new AssertionError("expected the rest of " + this + ", heard " + next);
    }
    byte[] both = Arrays.copyOf(payload, payload.length + next.payload.length);
    System.arraycopy(next.payload, 0, both, payload.length, next.payload.length);
    return new Frame(next.isFinal() ? head | FIN : head, both);
  }

  /** Whether the FIN bit is set. */
  public boolean isFinal() {
    return (head & FIN) != 0;
  }

  /** The reserved bits as a number, 0 when no extension is in use. */
  public int reserved() {
    return (head >> 4) & 0x7;
  }

  /** Whether this is a text frame. */
  public boolean isText() {
    return opcode() == 0x1;
  }

  /** Whether this is a close frame. */
  public boolean isClose() {
    return opcode() == 0x8;
  }

  /** Whether this is a ping. */
  public boolean isPing() {
    return opcode() == 0x9;
  }

  /** Whether this is a pong. */
  public boolean isPong() {
    return opcode() == 0xa;
  }

  /** The payload read as UTF-8. */
  public String text() {
    return new String(payload, UTF_8);
  }

  /** The code of a close frame; 1005 when it carries none (RFC 6455 section 7.1.5). */
  public int closeCode() {
    return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
  }

  /** The bytes of this frame as a client has to send it, always with the same mask. */
  public byte[] masked() {
    byte[] body = new byte[MASK.length + payload.length];
    System.arraycopy(MASK, 0, body, 0, MASK.length);
    for (int at = 0; at < payload.length; at++) {
      body[MASK.length + at] = (byte) (payload[at] ^ MASK[at % MASK.length]);
    }
    return bytes(0x80, body);
  }

  /** The bytes of this frame as only a server may send it. */
  public byte[] unmasked() {
    return bytes(0, payload);
  }

  private int opcode() {
    return head & 0xf;
  }

  private byte[] bytes(int maskBit, byte[] body) {
    int size = payload.length;
    int lengthBytes = size < 126 ? 0 : size < 0x10000 ? 2 : 8;
    byte[] bytes = new byte[2 + lengthBytes + body.length];
    ByteBuffer writer = ByteBuffer.wrap(bytes).put((byte) head);
    switch (lengthBytes) {
      case 0 -> writer.put((byte) (maskBit | size));
      case 2 -> writer.put((byte) (maskBit | 126)).putShort((short) size);
      default -> writer.put((byte) (maskBit | 127)).putLong(size);
    }
    writer.put(body);
    return bytes;
  }

  /** The opcode, the length and the start of the payload, for the message of a failed test. */
  @Override
  public String toString() {
    String start = text().substring(0, Math.min(80, text().length()));
    String shown = isClose() ? "code " + closeCode() : isText() ? start : hex();
    return "frame 0x%02x, %d bytes: %s".formatted(head, payload.length, shown);
  }

  private String hex() {
    return HexFormat.of().formatHex(payload, 0, Math.min(40, payload.length));
  }
}
