package io.groovejet.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Takes what a client sends apart into frames (RFC 6455 section 5), as it comes: without
 * extensions, without waiting for the end of a frame, and strictly.
 *
 * <p>One thread at a time.
 */
public final class FrameReader {

  /** What a client sends. */
  public interface Listener {

    /**
     * A frame of a text message announces so many bytes; at least 0, and perhaps more than exist.
     */
    void announced(long bytes);

    /**
     * A part of a text message.
     *
     * @param bytes valid until this returns
     * @param last whether the message ends with it
     */
    void text(ByteBuffer bytes, boolean last);

    /** A binary message begins; nothing of it is told. */
    void binary();

    /** A whole ping. */
    void ping(byte[] payload);

    /** A whole pong. */
    void pong();

    /**
     * A whole close frame. Nothing is told after it.
     *
     * @param answer the code to answer with: the client's own or {@link #NO_CODE}, unless the frame
     *     is wrong
     */
    void close(int answer);

    /** Something the protocol does not allow. Nothing is told after it. */
    void broken();
  }

  /** Stands for the code of a close frame that has none (RFC 6455 section 7.1.5). */
  public static final int NO_CODE = 1005;

  private static final int BROKEN = 1002;
  private static final int NOT_UTF8 = 1007;

  private final Listener listener;
  private final FrameHeader header = new FrameHeader();
  private long left; // bytes of the payload that are still to come
  private int offset; // where the mask goes on, 0 to 3
  private byte[] control = {}; // payload of a control frame while it comes
  private int message; // opcode of the message under way, 0 if none is
  private boolean over; // nothing is told any more

  /** Nothing was read yet. */
  public FrameReader(Listener listener) {
    this.listener = listener;
  }

  /**
   * Reads {@code bytes} until so many frames have begun or nothing is left, unmasking them in
   * place.
   *
   * @return how many frames have begun
   */
  public int read(ByteBuffer bytes, int most) {
    int begun = 0;
    while (bytes.hasRemaining() && begun < most) {
      if (over) {
        bytes.position(bytes.limit());
      } else if (left > 0) {
        readPayload(bytes);
      } else if (header.read(bytes)) {
        begin();
        begun++;
      }
    }
    return begun;
  }

  private void begin() {
    if (!header.isAllowed(message)) {
      end();
      listener.broken();
      return;
    }
    left = header.length();
    offset = 0;
    if (header.isControl()) {
      control = new byte[(int) left];
    } else {
      beginData();
    }
    if (left == 0) {
      pass(ByteBuffer.allocate(0));
    }
  }

  private void beginData() {
    boolean first = header.opcode() != FrameHeader.CONTINUATION;
    if (first) {
      message = header.opcode();
    }
    if (message == FrameHeader.TEXT) {
      listener.announced(left);
    } else if (first) {
      listener.binary();
    }
  }

  private void readPayload(ByteBuffer bytes) {
    int size = (int) Math.min(left, bytes.remaining());
    ByteBuffer part = bytes.slice(bytes.position(), size);
    bytes.position(bytes.position() + size);
    header.unmask(part, offset);
    offset = (offset + size) & 3;
    left -= size;
    pass(part);
  }

  private void pass(ByteBuffer part) {
    if (header.isControl()) {
      part.get(control, control.length - (int) left - part.remaining(), part.remaining());
      if (left == 0) {
        passControl();
      }
      return;
    }
    boolean last = left == 0 && header.isFinal();
    boolean isText = message == FrameHeader.TEXT;
    if (last) {
      message = 0;
    }
    if (isText) {
      listener.text(part, last);
    }
  }

  private void passControl() {
    byte[] payload = control;
    control = new byte[0];
    switch (header.opcode()) {
      case FrameHeader.PING -> listener.ping(payload);
      case FrameHeader.PONG -> listener.pong();
      default -> passClose(payload);
    }
  }

  private void passClose(byte[] payload) {
    end();
    listener.close(payload.length == 0 ? NO_CODE : answer(payload));
  }

  private static int answer(byte[] payload) {
    int code = payload.length == 1 ? 0 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    if (!isSendable(code)) {
      return BROKEN;
    }
    return isUtf8(ByteBuffer.wrap(payload, 2, payload.length - 2)) ? code : NOT_UTF8;
  }

  private void end() {
    over = true;
    left = 0;
  }

  /** Whether a client may send this code (RFC 6455 section 7.4, IANA registry). */
  private static boolean isSendable(int code) {
    boolean registered = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
    return registered || (code >= 3000 && code <= 4999);
  }

  private static boolean isUtf8(ByteBuffer text) {
    try {
      UTF_8.newDecoder().decode(text);
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
