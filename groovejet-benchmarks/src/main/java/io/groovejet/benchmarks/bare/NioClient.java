package io.groovejet.benchmarks.bare;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.groovejet.benchmarks.bare.Seats.Seat;
import io.groovejet.frame.AcceptKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client of the relay on {@code java.nio}. */
final class NioClient {

  private static final int FIN = 0x80;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int SMALLEST_FRAME = 6;
  private static final int LONGEST_HEADER = 4;
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
  private static final byte[] NOTHING = {};

  private final Seats<NioClient> seats;
  private final SelectionKey key;
  private final SocketChannel channel;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>(1); // to be written
  private byte[] rest = NOTHING; // read, but not complete
  private Seat<NioClient> seat; // known after the handshake

  NioClient(Seats<NioClient> seats, SelectionKey key) {
    this.seats = seats;
    this.key = key;
    this.channel = (SocketChannel) key.channel();
  }

  void serve(ByteBuffer arrived) {
    try {
      if (key.isWritable()) {
        flush();
      }
      if (key.isReadable()) {
        read(arrived);
      }
    } catch (IOException lost) {
      end();
    }
  }

  private void read(ByteBuffer arrived) throws IOException {
    arrived.clear().put(rest);
    if (channel.read(arrived) < 0) {
      end();
      return;
    }
    arrived.flip();
    if (seat == null) {
      open(arrived);
    }
    while (seat != null && isFrame(arrived)) {
      take(arrived);
    }
    rest = arrived.hasRemaining() ? new byte[arrived.remaining()] : NOTHING;
    arrived.get(rest);
  }

  private void open(ByteBuffer arrived) {
    byte[] head = new byte[arrived.remaining()];
    arrived.get(0, head);
    String request = new String(head, US_ASCII);
    if (!request.endsWith("\r\n\r\n")) {
      return;
    }
    Matcher asked = KEY.matcher(request);
    if (!asked.find()) {
      throw new IllegalArgumentException("no key in " + request);
    }
    arrived.position(arrived.limit());
    String accepted =
        """
        HTTP/1.1 101 Switching Protocols\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Accept: %s\r
        \r
        """;
    write(ByteBuffer.wrap(accepted.formatted(AcceptKey.of(asked.group(1))).getBytes(US_ASCII)));
    seat = seats.sit(request, this);
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
    unmask(ByteBuffer.wrap(text), mask);
    if (opcode == TEXT && seat.isHost()) {
      int to = Seats.number(text[0], text[1], text[2]);
      pass(text, Seats.DIGITS, seat.at(to));
    } else if (opcode == TEXT) {
      pass(text, 0, seat.host());
    } else if (opcode == CLOSE) {
      write(ByteBuffer.wrap(new byte[] {(byte) (FIN | CLOSE), 0}));
      end();
    }
  }

  private static void unmask(ByteBuffer text, int mask) {
    long wide = (long) mask << Integer.SIZE | mask & 0xFFFFFFFFL;
    int at = 0;
    for (; at + Long.BYTES <= text.limit(); at += Long.BYTES) {
      text.putLong(at, text.getLong(at) ^ wide);
    }
    for (; at < text.limit(); at++) {
      text.put(at, (byte) (text.get(at) ^ mask >>> 8 * (3 - at % 4)));
    }
  }

  private static void pass(byte[] text, int from, NioClient to) {
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
    to.write(frame.put(text, from, size).flip());
  }

  private void write(ByteBuffer bytes) {
    try {
      if (waiting.isEmpty()) {
        channel.write(bytes);
      }
      if (bytes.hasRemaining()) {
        waiting.add(bytes);
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    } catch (IOException lost) {
      end();
    }
  }

  private void flush() throws IOException {
    while (!waiting.isEmpty()) {
      channel.write(waiting.element());
      if (waiting.element().hasRemaining()) {
        return;
      }
      waiting.remove();
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  private void end() {
    if (seat != null) {
      seat.leave(this);
    }
    try {
      channel.close();
    } catch (IOException closedAnyhow) {
      key.cancel();
    }
  }
}
