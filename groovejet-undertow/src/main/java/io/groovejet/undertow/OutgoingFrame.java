package io.groovejet.undertow;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.ConduitStreamSinkChannel;

/** One frame on its way to a client (RFC 6455 section 5.2): whole, and without mask. */
final class OutgoingFrame {

  private static final int FIN = 0x80;

  private final int opcode;
  private final ByteBuffer[] bytes; // header and payload, read as far as they are written

  OutgoingFrame(int opcode, byte[] payload) {
    this.opcode = opcode;
    this.bytes = new ByteBuffer[] {header(opcode, payload.length), ByteBuffer.wrap(payload)};
  }

  int opcode() {
    return opcode;
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

  private static ByteBuffer header(int opcode, int size) {
    ByteBuffer header = ByteBuffer.allocate(10).put((byte) (FIN | opcode));
    if (size < 126) {
      header.put((byte) size);
    } else if (size < 0x10000) {
      header.put((byte) 126).putShort((short) size);
    } else {
      header.put((byte) 127).putLong(size);
    }
    return header.flip();
  }
}
