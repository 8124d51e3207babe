package io.groovejet.jakarta.tomcat;

import io.groovejet.ClientSession;
import io.groovejet.IncomingFrames;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The incoming side of one socket. One thread at a time. */
final class ClientFrames {

  /** Bytes of a socket, at most, then others have their turn. */
  static final int A_TURN = 16 * 1024;

  private final IncomingFrames frames;
  private final Plug socket;
  private final SocketWire wire;

  ClientFrames(ClientSession session, Plug socket, SocketWire wire) {
    this.frames = new IncomingFrames(session, wire);
    this.socket = socket;
    this.wire = wire;
  }

  /** Whether there is to be read at all. */
  boolean goOn() {
    return frames.goOn();
  }

  /** Reads a turn of what there is, and returns whether there may be more that nobody tells. */
  boolean read(ByteBuffer buffer) {
    buffer.clear().limit(Math.min(frames.turn(), buffer.capacity()));
    boolean more = true;
    boolean gone = false;
    try {
      while (more && buffer.hasRemaining()) {
        more = socket.read(buffer);
      }
    } catch (IOException ended) {
      gone = true;
    }
    if (buffer.flip().hasRemaining()) {
      frames.read(buffer);
    }
    if (gone) {
      wire.hangUp();
    }
    return more && !gone && goOn();
  }
}
