package io.groovejet.undertow;

import io.groovejet.frame.ServerFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.ConduitStreamSinkChannel;

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
  boolean writeTo(ConduitStreamSinkChannel sink) throws IOException {
    while (bytes[0].hasRemaining() || bytes[1].hasRemaining()) {
      if (sink.write(bytes, 0, bytes.length) == 0) {
        return false;
      }
    }
    return sink.flush();
  }
}
