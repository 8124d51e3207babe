package io.groovejet;

import io.groovejet.frame.ServerFrame;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One frame that is being written to a client. */
final class OutgoingFrame {

  private final ServerFrame.Kind kind;
  private final ByteBuffer[] bytes; // header and payload, read as far as they are written

  OutgoingFrame(ServerFrame frame) {
    ByteBuffer header = ByteBuffer.allocate(frame.headerSize());
    frame.putHeader(header);
    this.kind = frame.kind();
    this.bytes = new ByteBuffer[] {header.flip(), ByteBuffer.wrap(frame.payload())};
  }

  ServerFrame.Kind kind() {
    return kind;
  }

  /**
   * Writes what the socket takes.
   *
   * @return whether all of it is written
   */
  boolean writeTo(OutgoingFrames.Socket socket) throws IOException {
    return socket.write(bytes);
  }
}
