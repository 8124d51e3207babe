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

  private final IncomingFrames frames;
  private final SocketWire wire;
  private final ByteBufferPool buffers;
  private int turn = Integer.MAX_VALUE; // first, all that came in one buffer with the handshake

  ClientFrames(ClientSession session, SocketWire wire, ByteBufferPool buffers) {
    this.frames = new IncomingFrames(session, wire);
    this.wire = wire;
    this.buffers = buffers;
  }

  /** Reads some of what the socket has; it is asked again as long as there is more. */
  void read(ConduitStreamSourceChannel source) {
    try (PooledByteBuffer pooled = buffers.allocate()) {
      ByteBuffer buffer = pooled.getBuffer();
      buffer.clear().limit(Math.min(turn, buffer.capacity()));
      if (source.read(buffer) < 0) {
        end(source);
        return;
      }
      frames.read(buffer.flip());
      turn = frames.turn();
      if (!frames.goOn()) {
        source.suspendReads();
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
