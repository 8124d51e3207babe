package io.groovejet.undertow;

import io.groovejet.ClientSession;
import io.groovejet.IncomingFrames;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** The incoming side of one socket. */
final class ClientFrames {

  private static final int RECORDS = 64; // of one client in a round: they may be tiny, or empty

  private final ClientSession session;
  private final IncomingFrames frames;
  private final SocketWire wire;
  private final ByteBufferPool buffers;
  private int turn = Integer.MAX_VALUE; // first, all that came in one buffer with the handshake
  private int records = RECORDS; // still to be read in this round

  ClientFrames(ClientSession session, SocketWire wire, ByteBufferPool buffers) {
    this.session = session;
    this.frames = new IncomingFrames(session, wire);
    this.wire = wire;
    this.buffers = buffers;
  }

  /** Reads some of what a plain socket has; it is asked again as long as there is more. */
  void read(ConduitStreamSourceChannel source) {
    try (PooledByteBuffer pooled = buffers.allocate()) {
      ByteBuffer buffer = place(pooled);
      if (source.read(buffer) < 0) {
        end(source);
        return;
      }
      take(buffer);
      if (!frames.goOn()) {
        source.suspendReads();
      }
    } catch (IOException reset) {
      end(source);
    }
  }

  /**
   * Reads some of what an encrypted socket has. Undertow asks again by a task as long as there is
   * more, of which its thread does all before it looks at other sockets: so it may not ask by
   * itself.
   *
   * @param nextRound when who has had its turn is asked again
   */
  void readEncrypted(ConduitStreamSourceChannel source, Executor nextRound) {
    source.suspendReads();
    try (PooledByteBuffer pooled = buffers.allocate()) {
      ByteBuffer buffer = place(pooled);
      int last = fill(buffer, source);
      take(buffer);
      if (last < 0) {
        end(source);
      } else if (frames.goOn()) {
        readOn(source, last > 0, nextRound);
      }
    } catch (IOException reset) {
      end(source);
    }
  }

  private ByteBuffer place(PooledByteBuffer pooled) {
    ByteBuffer buffer = pooled.getBuffer();
    return buffer.clear().limit(Math.min(turn, buffer.capacity()));
  }

  /** Each read is of one record. */
  private int fill(ByteBuffer buffer, ConduitStreamSourceChannel source) throws IOException {
    int last;
    do {
      last = source.read(buffer);
      records--;
    } while (last > 0 && buffer.hasRemaining() && records > 0);
    return last;
  }

  private void take(ByteBuffer buffer) {
    frames.read(buffer.flip());
    turn = frames.turn();
  }

  private void readOn(ConduitStreamSourceChannel source, boolean more, Executor nextRound) {
    if (!more && records > 0) {
      source.resumeReads();
      return;
    }
    records = RECORDS;
    nextRound.execute(
        () -> {
          if (!wire.hasEnded()) {
            source.resumeReads();
          }
        });
  }

  /** The lobby is told by this thread: others may be blocked. */
  private void end(ConduitStreamSourceChannel source) {
    source.suspendReads();
    session.disconnected();
    wire.hangUpElsewhere();
  }
}
