package io.groovejet.benchmarks.bare;

import io.groovejet.benchmarks.bare.Seats.Seat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** One client of a relay that takes frames out of bytes by itself. One thread at a time reads. */
final class RawClient {

  private static final int FIN = 0x80;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int SMALLEST_FRAME = 6;
  private static final int LONGEST_HEADER = 4;
  private static final byte[] NOTHING = {};

  private final Consumer<ByteBuffer> writer;
  private final Runnable end;
  private final Seat<RawClient> seat;
  private byte[] rest = NOTHING; // read, but not complete

  /**
   * A client in its seat.
   *
   * @param writer writes whole frames, in order, from any thread
   * @param end closes its socket
   */
  RawClient(Seats<RawClient> seats, String query, Consumer<ByteBuffer> writer, Runnable end) {
    this.writer = writer;
    this.end = end;
    this.seat = seats.sit(query, this);
  }

  /** Takes all there is. */
  void read(ByteBuffer arrived) {
    ByteBuffer bytes = arrived;
    if (rest.length > 0) {
      bytes = ByteBuffer.allocate(rest.length + arrived.remaining()).put(rest).put(arrived).flip();
    }
    while (isFrame(bytes)) {
      take(bytes);
    }
    rest = bytes.hasRemaining() ? new byte[bytes.remaining()] : NOTHING;
    bytes.get(rest);
  }

  /** Its socket has ended. */
  void leave() {
    seat.leave(this);
  }

  private static boolean isFrame(ByteBuffer bytes) {
    int start = bytes.position();
    if (bytes.remaining() < SMALLEST_FRAME) {
      return false;
    }
    int size = bytes.get(start + 1) & 0x7F;
    return size < TWO_BYTES_FOLLOW
        ? bytes.remaining() >= SMALLEST_FRAME + size
        : bytes.remaining() >= SMALLEST_FRAME + 2 + (bytes.getShort(start + 2) & 0xFFFF);
  }

  private void take(ByteBuffer bytes) {
    int opcode = bytes.get() & 0x0F;
    int size = bytes.get() & 0x7F;
    size = size < TWO_BYTES_FOLLOW ? size : bytes.getShort() & 0xFFFF;
    int mask = bytes.getInt();
    byte[] text = new byte[size];
    bytes.get(text);
    unmask(ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN), Integer.reverseBytes(mask));
    if (opcode == TEXT && seat.isHost()) {
      int to = Seats.number(text[0], text[1], text[2]);
      pass(text, Seats.DIGITS, seat.at(to));
    } else if (opcode == TEXT) {
      pass(text, 0, seat.host());
    } else if (opcode == CLOSE) {
      writer.accept(ByteBuffer.wrap(new byte[] {(byte) (FIN | CLOSE), 0}));
      end.run();
    }
  }

  private static void unmask(ByteBuffer text, int mask) {
    long wide = (long) mask << Integer.SIZE | mask & 0xFFFFFFFFL;
    int size = text.limit();
    int at = 0;
    for (int last = size - Long.BYTES; at <= last; at += Long.BYTES) {
      text.putLong(at, text.getLong(at) ^ wide);
    }
    for (; at < size; at++) {
      text.put(at, (byte) (text.get(at) ^ mask >>> 8 * (at % 4)));
    }
  }

  private static void pass(byte[] text, int from, RawClient to) {
    if (to == null) {
      return;
    }
    int size = text.length - from;
    ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEADER + size).put((byte) (FIN | TEXT));
    if (size < TWO_BYTES_FOLLOW) {
      frame.put((byte) size);
    } else {
      frame.put((byte) TWO_BYTES_FOLLOW).putShort((short) size);
    }
    to.writer.accept(frame.put(text, from, size).flip());
  }
}
