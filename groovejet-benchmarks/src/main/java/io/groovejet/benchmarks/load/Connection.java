package io.groovejet.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/** One WebSocket of a load. On the crowd's thread. */
final class Connection {

  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] SWITCHING = "HTTP/1.1 101".getBytes(US_ASCII);
  private static final byte[] NOTHING = {};

  private final SelectionKey key;
  private final SocketChannel channel;
  private final URI endpoint;
  private final Ears ears;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>(1); // to be written
  private byte[] rest = NOTHING; // read, but not complete
  private boolean upgraded;
  private boolean over;

  Connection(SelectionKey key, URI endpoint, Ears ears) {
    this.key = key;
    this.channel = (SocketChannel) key.channel();
    this.endpoint = endpoint;
    this.ears = ears;
  }

  /** Sends bytes that are frames already; after the end it does nothing. */
  void send(byte[] frames) {
    ByteBuffer bytes = ByteBuffer.wrap(frames);
    try {
      if (waiting.isEmpty() && !over) {
        channel.write(bytes);
      }
      if (bytes.hasRemaining() && !over) {
        waiting.add(bytes);
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    } catch (IOException lost) {
      reset();
    }
  }

  /** Ends the connection as a process does that is killed: by a reset, without a word. */
  void reset() {
    if (over) {
      return;
    }
    over = true;
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    } catch (IOException alreadyClosed) {
      key.cancel();
    }
    ears.ended();
  }

  void serve(ByteBuffer arrived) {
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        send(request());
        return;
      }
      if (key.isWritable()) {
        flush();
      }
      if (key.isReadable()) {
        read(arrived);
      }
    } catch (IOException lost) {
      reset();
    }
  }

  private byte[] request() {
    String query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
    return """
        GET %s%s HTTP/1.1\r
        Host: %s\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """
        .formatted(endpoint.getRawPath(), query, endpoint.getAuthority())
        .getBytes(US_ASCII);
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

  private void read(ByteBuffer arrived) throws IOException {
    arrived.clear().put(rest);
    int count = channel.read(arrived);
    if (count < 0) {
      reset();
      return;
    }
    arrived.flip();
    if (upgraded || opens(arrived)) {
      ServerFrames.takeFrom(arrived, this::take);
    }
    rest = arrived.hasRemaining() && !over ? new byte[arrived.remaining()] : NOTHING;
    arrived.get(rest);
  }

  private boolean opens(ByteBuffer arrived) {
    int end = Bytes.indexOf(arrived, END_OF_HEAD);
    if (end < 0) {
      return false;
    }
    if (!Bytes.startsWith(arrived, SWITCHING)) {
      throw new IllegalStateException("no WebSocket: " + Bytes.toString(arrived));
    }
    arrived.position(end + END_OF_HEAD.length);
    upgraded = true;
    ears.opened();
    return true;
  }

  private void take(ServerFrames.Kind kind, ByteBuffer payload) {
    switch (kind) {
      case TEXT -> ears.heard(payload);
      case PING -> send(ClientFrame.pong(Bytes.copy(payload)));
      case CLOSE -> reset();
      case OTHER -> {}
    }
  }
}
