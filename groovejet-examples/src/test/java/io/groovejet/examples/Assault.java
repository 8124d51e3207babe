package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.groovejet.testkit.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** One connection of a {@link Horde}. */
final class Assault {

  private final Foe foe;
  private final SocketChannel socket;
  private final SelectionKey key;
  private final ByteArrayOutputStream came = new ByteArrayOutputStream();
  private final List<Frame> heard = new ArrayList<>();
  private ByteBuffer sending; // replaced when it is sent
  private boolean upgraded; // what comes are frames
  private long dueAt; // when it sends again
  private int end; // how it ended

  Assault(Foe foe, SocketChannel socket, SelectionKey key) {
    this.foe = foe;
    this.socket = socket;
    this.key = key;
    this.sending = ByteBuffer.wrap(foe.opening());
  }

  /** Why it was closed, {@link Horde#OPEN} if it was not. */
  int end() {
    return end;
  }

  /** What it heard so far. */
  List<Frame> heard() {
    return heard;
  }

  void connected() {
    try {
      socket.finishConnect();
      key.interestOps(foe.reads() ? SelectionKey.OP_READ : 0);
      send();
    } catch (IOException refused) {
      over();
    }
  }

  /** Reads and writes what there is. */
  void ready(ByteBuffer buffer) {
    try {
      if (key.isReadable()) {
        read(buffer);
      }
      if (key.isValid() && key.isWritable()) {
        send();
      }
    } catch (IOException reset) {
      over();
    }
  }

  /** Sends again if that is due. */
  void goOn(long now) {
    boolean due = socket.isConnected() && key.isValid() && foe.again().length > 0 && now >= dueAt;
    if (!due || sending.hasRemaining()) {
      return;
    }
    dueAt = now + foe.pause().toNanos();
    sending = ByteBuffer.wrap(foe.again());
    try {
      send();
    } catch (IOException reset) {
      over();
    }
  }

  /** Ends it by a TCP reset. */
  void reset() {
    try {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      // as intended
    }
  }

  private void send() throws IOException {
    socket.write(sending);
    int reading = foe.reads() ? SelectionKey.OP_READ : 0;
    key.interestOps(sending.hasRemaining() ? reading | SelectionKey.OP_WRITE : reading);
  }

  private void read(ByteBuffer buffer) throws IOException {
    int size = socket.read(buffer);
    if (size < 0) {
      over();
      return;
    }
    byte[] part = new byte[size];
    buffer.flip().get(part);
    came.writeBytes(part);
    byte[] bytes = came.toByteArray();
    int start = upgraded ? 0 : head(bytes);
    int used = start < 0 ? 0 : frames(ByteBuffer.wrap(bytes), start);
    if (used > 0) {
      came.reset();
      came.write(bytes, used, bytes.length - used);
    }
  }

  private int head(byte[] bytes) {
    int blank = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n");
    upgraded = blank >= 0;
    return upgraded ? blank + 4 : -1;
  }

  /** Takes whole frames; where the rest begins. */
  private int frames(ByteBuffer bytes, int start) {
    int at = start;
    while (bytes.limit() - at >= 4) {
      int length = bytes.get(at + 1) & 0x7f;
      int size = length == 126 ? bytes.getShort(at + 2) & 0xffff : length;
      int body = at + (length == 126 ? 4 : 2);
      if (body + size > bytes.limit()) {
        break;
      }
      byte[] payload = new byte[size];
      bytes.get(body, payload);
      hears(Frame.of(bytes.get(at), payload));
      at = body + size;
    }
    return at;
  }

  private void hears(Frame frame) {
    if (frame.isClose()) {
      end = frame.closeCode();
    } else if (frame.isText()) {
      heard.add(frame);
    }
  }

  private void over() {
    end = end == Horde.OPEN ? Horde.CUT_OFF : end;
    reset();
  }
}
