package io.groovejet.undertow;

import io.groovejet.ClientSession;
import io.groovejet.IncomingText;
import io.groovejet.frame.FrameReader;
import io.groovejet.protocol.CloseReason;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** The incoming side of one socket: what its client sends goes to the lobby, frame by frame. */
final class ClientFrames implements FrameReader.Listener {

  private static final CloseReason BROKEN = new CloseReason(1002, "not a WebSocket frame");
  private static final int READS_IN_A_ROW = 16; // then other sockets of the thread have their turn

  private final ClientSession session;
  private final IncomingText text;
  private final SocketWire wire;
  private final ByteBufferPool buffers;
  private final FrameReader reader = new FrameReader(this);

  ClientFrames(ClientSession session, SocketWire wire, ByteBufferPool buffers) {
    this.session = session;
    this.text = new IncomingText(session);
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
          wire.hangUp();
        }
        if (size <= 0) {
          return;
        }
        session.heard();
        reader.read(buffer.flip());
      }
    } catch (IOException reset) {
      wire.hangUp();
    }
  }

  @Override
  public void announced(long bytes) {
    if (bytes > session.maxMessageBytes()) {
      text.reject(CloseReason.TOO_BIG);
    }
  }

  @Override
  public void text(ByteBuffer bytes, boolean last) {
    text.add(bytes, last);
  }

  @Override
  public void binary() {
    text.reject(CloseReason.BINARY);
  }

  @Override
  public void ping(byte[] payload) {
    wire.pong(payload);
  }

  @Override
  public void pong() {
    // that something came was told already
  }

  @Override
  public void close(int answer) {
    session.disconnected(); // first, so that whoever hears the answer finds the client gone
    wire.closed(answer);
  }

  @Override
  public void broken() {
    text.reject(BROKEN);
  }
}
