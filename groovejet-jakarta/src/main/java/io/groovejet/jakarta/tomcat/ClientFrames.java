package io.groovejet.jakarta.tomcat;

import io.groovejet.ClientSession;
import io.groovejet.IncomingFrames;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The incoming side of one socket. */
final class ClientFrames {

  private static final int A_TURN = 16 * 1024; // bytes, then other sockets have theirs

  private static final ThreadLocal<ByteBuffer> BUFFERS =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(A_TURN));

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
      boolean untold = true;
      while (untold) {
        untold = socket.read(buffer.clear());
        frames.read(buffer.flip());
      }
      socket.readOn();
    } catch (IOException gone) {
      wire.hangUp();
    }
  }
}
