package io.groovejet.testkit;

import io.groovejet.HttpReply;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A WebSocket client over a plain socket that does exactly what it is told: it sends any frame or
 * half of one, answers no ping, reads only when asked to and hangs up in any way. For tests of
 * servers.
 *
 * <p>What waits, waits at most twenty seconds and then throws an {@link AssertionError} that says
 * what it waited for. One thread may send while another reads.
 */
public final class RawWebSocket implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final DataInputStream in;
  private final HttpReply handshake;

  RawWebSocket(Socket socket, InputStream in, HttpReply handshake) {
    this.socket = socket;
    this.in = new DataInputStream(in);
    this.handshake = handshake;
  }

  /** Opens a WebSocket the ordinary way; {@link RawRequest#upgrade} is for all others. */
  public static RawWebSocket to(URI endpoint) {
    return RawRequest.upgrade(endpoint).open();
  }

  /** What the server answered to the opening handshake. */
  public HttpReply handshake() {
    return handshake;
  }

  /** Sends a text message in one frame. */
  public void send(String text) {
    send(Frame.text(text));
  }

  /** Sends a frame, masked as a client has to. */
  public void send(Frame frame) {
    sendBytes(frame.masked());
  }

  /** Sends a frame without mask, as no client may (RFC 6455 section 5.1). */
  public void sendUnmasked(Frame frame) {
    sendBytes(frame.unmasked());
  }

  /** Sends bytes as they are: half a frame, several, or none. */
  public void sendBytes(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Sends bytes as long as the server takes them.
   *
   * @return whether it took them
   */
  public boolean offerBytes(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException hungUp) {
      return false;
    }
  }

  /** The next frame, whatever it is. */
  public Frame next() {
    return next(PATIENCE);
  }

  /** The next frame, whatever it is, if it comes within this time. */
  public Frame next(Duration patience) {
    try {
      socket.setSoTimeout((int) patience.toMillis());
      return read();
    } catch (SocketTimeoutException nothing) {
      throw new AssertionError("heard nothing for " + patience, nothing);
    } catch (EOFException | SocketException over) {
      throw new AssertionError("heard no frame but the end of the connection", over);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The next text message, its parts joined; pings and pongs before and in it are passed over. */
  public String nextText() {
    Frame message = nextNoSignOfLife();
    while (message.isText() && !message.isFinal()) {
      message = message.joined(nextNoSignOfLife());
    }
    if (!message.isText() || message.reserved() != 0) {
      throw new AssertionError("expected a text message, heard " + message);
    }
    return message.text();
  }

  private Frame nextNoSignOfLife() {
    Frame frame = next();
    while (frame.isPing() || frame.isPong()) {
      frame = next();
    }
    return frame;
  }

  /** The code of the close frame that comes next; all other frames before it are passed over. */
  public int closeCode() {
    Frame frame = next();
    while (!frame.isClose()) {
      frame = next();
    }
    return frame.closeCode();
  }

  /** All frames that come until the connection is over. */
  public List<Frame> rest() {
    List<Frame> frames = new ArrayList<>();
    try {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      while (true) {
        frames.add(read());
      }
    } catch (SocketTimeoutException stillOpen) {
      throw new AssertionError("still open after " + frames, stillOpen);
    } catch (IOException over) {
      return frames;
    }
  }

  /** Waits until the connection is over, however; frames before are passed over. */
  public void awaitEnd() {
    awaitEnd(PATIENCE);
  }

  /** Waits this long until the connection is over, however; frames before are passed over. */
  public void awaitEnd(Duration patience) {
    long start = System.nanoTime();
    try {
      socket.setSoTimeout((int) patience.toMillis());
      while (in.read() >= 0) {
        in.skipNBytes(in.available());
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new SocketTimeoutException();
        }
      }
    } catch (SocketTimeoutException stillOpen) {
      throw new AssertionError("the connection is still open after " + patience, stillOpen);
    } catch (IOException reset) {
      return; // a reset is an end as well
    }
  }

  /** Ends the connection without a closing handshake, by a TCP reset. */
  public void abort() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends no more (TCP FIN) and may still read. */
  public void finish() {
    try {
      socket.shutdownOutput();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Closes the socket without a closing handshake. Closing twice does nothing. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Frame read() throws IOException {
    int head = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    if ((length & 0x80) != 0) {
      throw new AssertionError("a server must not mask its frames (RFC 6455 section 5.1)");
    }
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return Frame.of(head, payload);
  }
}
