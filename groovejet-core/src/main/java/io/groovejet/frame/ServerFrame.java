package io.groovejet.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.groovejet.protocol.CloseReason;
import java.nio.ByteBuffer;

/** A frame on its way to a client (RFC 6455 section 5.2): whole, and without mask. */
public final class ServerFrame {

  /** What a server sends. */
  public enum Kind {
    /** The answer to the opening handshake, which is no frame but leaves with the first ones. */
    HANDSHAKE(0),
    /** A whole text message. */
    TEXT(FrameHeader.TEXT),
    /** The last frame of all. */
    CLOSE(FrameHeader.CLOSE),
    /** A question for a sign of life. */
    PING(FrameHeader.PING),
    /** The answer to a ping. */
    PONG(FrameHeader.PONG);

    private final int opcode;

    Kind(int opcode) {
      this.opcode = opcode;
    }
  }

  private static final int FIN = 0x80;
  private static final ServerFrame EMPTY_PING = new ServerFrame(Kind.PING, new byte[0]);

  private final Kind kind;
  private final byte[] payload;

  private ServerFrame(Kind kind, byte[] payload) {
    this.kind = kind;
    this.payload = payload;
  }

  /** What precedes all frames: the answer to the opening handshake, byte for byte. */
  public static ServerFrame handshake(byte[] answer) {
    return new ServerFrame(Kind.HANDSHAKE, answer);
  }

  /** A text message; the array is kept, and only read. */
  public static ServerFrame text(byte[] utf8) {
    return new ServerFrame(Kind.TEXT, utf8);
  }

  /** A ping without payload. */
  public static ServerFrame ping() {
    return EMPTY_PING;
  }

  /** The answer to a ping of that payload. */
  public static ServerFrame pong(byte[] payload) {
    return new ServerFrame(Kind.PONG, payload);
  }

  /** The start of a closing handshake. */
  public static ServerFrame close(CloseReason reason) {
    byte[] text = reason.reason().getBytes(US_ASCII);
    ByteBuffer payload = ByteBuffer.allocate(2 + text.length);
    return new ServerFrame(Kind.CLOSE, payload.putShort((short) reason.code()).put(text).array());
  }

  /** The answer to a close frame, with the code that {@link FrameReader.Listener#close} told. */
  public static ServerFrame closeAnswer(int code) {
    boolean coded = code != FrameReader.NO_CODE;
    ByteBuffer payload = ByteBuffer.allocate(coded ? 2 : 0);
    return new ServerFrame(
        Kind.CLOSE, coded ? payload.putShort((short) code).array() : payload.array());
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** How many bytes it has, header and payload. */
  public int size() {
    return headerSize() + payload.length;
  }

  /** All of it, in a buffer of its own. */
  public ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(size());
    putTo(bytes);
    return bytes.flip();
  }

  /** Writes all of it. */
  public void putTo(ByteBuffer to) {
    if (kind != Kind.HANDSHAKE) {
      putHeaderTo(to);
    }
    to.put(payload);
  }

  private void putHeaderTo(ByteBuffer to) {
    to.put((byte) (FIN | kind.opcode));
    switch (headerSize()) {
      case 2 -> to.put((byte) payload.length);
      case 4 -> to.put((byte) 126).putShort((short) payload.length);
      default -> to.put((byte) 127).putLong(payload.length);
    }
  }

  private int headerSize() {
    if (kind == Kind.HANDSHAKE) {
      return 0;
    }
    return payload.length < 126 ? 2 : payload.length < 0x10000 ? 4 : 10;
  }
}
