package io.groovejet.undertow;

import io.groovejet.ClientSession;
import io.groovejet.IncomingFrames;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** The incoming side of one socket. */
final class ClientFrames {

  private static final int READS_IN_A_ROW = 16; // then other sockets of the thread have their turn

  private final IncomingFrames frames;
  private final SocketWire wire;
  private final ByteBufferPool buffers;

  ClientFrames(ClientSession session, SocketWire wire, ByteBufferPool buffers) {
    this.frames = new IncomingFrames(session, wire);
    this.wire = wire;
    this.buffers = buffers;
  }

  /** Reads what the socket has. */
  void read(ConduitStreamSourceChannel source) {
    try (PooledByteBuffer pooled = buffers.allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      for (int reads = 0; reads < READS_IN_A_ROW; reads++) {
        buffer.clear();
        int size = source.read(buffer);
        if (size < 0) {
          end(source);
        }
        if (size <= 0) {
          return;
        }
        frames.read(buffer.flip());
      }
    } catch (IOException reset) {
      end(source);
    }
  }

  private void end(ConduitStreamSourceChannel source) {
    source.suspendReads();
    wire.hangUpElsewhere();
  }
}
