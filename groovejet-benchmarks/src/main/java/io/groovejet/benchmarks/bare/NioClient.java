package io.groovejet.benchmarks.bare;

import static java.nio.charset.StandardCharsets.US_ASCII;

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

  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

  private final Seats<RawClient> seats;
  private final SelectionKey key;
  private final SocketChannel channel;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>(1); // to be written
  private RawClient client; // known after the handshake

  NioClient(Seats<RawClient> seats, SelectionKey key) {
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
    if (channel.read(arrived.clear()) < 0) {
      end();
      return;
    }
    arrived.flip();
    if (client == null) {
      open(arrived);
    } else {
      client.read(arrived);
    }
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
    String accepted =
        """
        HTTP/1.1 101 Switching Protocols\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Accept: %s\r
        \r
        """;
    write(ByteBuffer.wrap(accepted.formatted(AcceptKey.of(asked.group(1))).getBytes(US_ASCII)));
    client = new RawClient(seats, request, this::write, this::end);
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
    if (client != null) {
      client.leave();
    }
    try {
      channel.close();
    } catch (IOException closedAnyhow) {
      key.cancel();
    }
  }
}
