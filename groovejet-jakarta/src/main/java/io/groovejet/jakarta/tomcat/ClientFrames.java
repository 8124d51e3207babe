package io.groovejet.jakarta.tomcat;

import io.groovejet.ClientSession;
import io.groovejet.IncomingFrames;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The incoming side of one socket. */
final class ClientFrames {

  private static final int BUFFER = 8 * 1024;
  private static final int A_TURN = 16 * 1024; // bytes, then other sockets have theirs

  private static final ThreadLocal<ByteBuffer> BUFFERS =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(BUFFER));

  private final IncomingFrames frames;
  private final Plug socket;
  private final SocketWire wire;

  ClientFrames(ClientSession session, Plug socket, SocketWire wire) {
    this.frames = new IncomingFrames(session, wire);
    this.socket = socket;
    this.wire = wire;
  }

  /** Reads some of what the socket has, and sees to it that it is called when there is more. */
  void read() {
    ByteBuffer buffer = BUFFERS.get();
    try {
      int turn = 0;
      boolean more = true;
      while (more && turn < A_TURN) {
        more = socket.read(buffer.clear());
        turn += buffer.flip().remaining();
        frames.read(buffer);
      }
      if (more) {
        socket.readOnLater();
      } else {
        socket.readOn();
      }
    } catch (IOException gone) {
      wire.hangUp();
    }
  }
}
