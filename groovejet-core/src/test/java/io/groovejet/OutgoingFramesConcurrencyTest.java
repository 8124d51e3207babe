package io.groovejet;

import io.groovejet.frame.FrameBatch;
import io.groovejet.frame.ServerFrame;
import io.groovejet.protocol.CloseReason;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Several threads bring frames while a slow socket takes them: one write at a time, all is told.
 */
public final class OutgoingFramesConcurrencyTest {

  private static final byte[] LITTLE = new byte[1];
  private static final byte[] MUCH = new byte[WaitingFrames.ROOM + 1];

  private final SlowSocket socket = new SlowSocket();
  private final OutgoingFrames frames = new OutgoingFrames(socket, Runnable::run);
  private final AtomicBoolean telling = new AtomicBoolean(); // a text was brought, its end not told
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean closing; // from then on texts may be refused
  private volatile boolean gone; // from then on they are

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Brings a text that leaves room for others. */
  @Operation
  public void little() {
    text(LITTLE);
  }

  /** Brings a text whose end is waited for. */
  @Operation
  public void much() {
    text(MUCH);
  }

  /** Brings a ping. */
  @Operation
  public void ping() {
    frames.ping();
  }

  /** The socket takes what it was given. */
  @Operation
  public void take() {
    boolean unused = socket.takes();
  }

  /** Brings the close frame. */
  @Operation
  public void close() {
    closing = true;
    frames.close(ServerFrame.close(CloseReason.RESTART));
  }

  /** The socket is gone. */
  @Operation
  public void lose() {
    gone = true;
    frames.lost();
  }

  /** What has to be so when all is quiet. */
  @Validate
  public void allIsWrittenAndTold() {
    boolean more = true;
    while (more) {
      more = socket.takes();
    }
    Interleavings.check(!telling.get(), "the end of each text was told");
    if (!gone) {
      Interleavings.check(socket.texts == done.get(), "what was done was written");
      Interleavings.check(socket.ends == (closing ? 1 : 0), "writing ended after the close");
    }
  }

  /** Brings a text as the lobby does: none before the end of the last one was told. */
  private void text(byte[] utf8) {
    if (!telling.compareAndSet(false, true)) {
      return;
    }
    frames.text(
        utf8,
        new Wire.Written() {
          @Override
          public void done() {
            done.incrementAndGet();
            told();
          }

          @Override
          public void failed() {
            Interleavings.check(closing || gone, "no text fails before");
            told();
          }
        });
  }

  private void told() {
    Interleavings.check(telling.compareAndSet(true, false), "each end is told once");
  }

  /** Takes nothing at once. */
  private final class SlowSocket implements OutgoingFrames.Socket {

    private final AtomicReference<@Nullable ByteBuffer> given = new AtomicReference<>();
    private int texts; // this and below guarded by "one write at a time"
    private boolean closed;
    private int ends;

    @Override
    public boolean write(FrameBatch batch) {
      ByteBuffer bytes = batch.bytes();
      look(bytes.duplicate());
      Interleavings.check(gone || given.compareAndSet(null, bytes), "one write at a time");
      return false;
    }

    private void look(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        Interleavings.check(!closed, "nothing is written after the close frame");
        int kind = bytes.get() & 0xf;
        int length = bytes.get();
        bytes.position(bytes.position() + (length == 126 ? 2 + MUCH.length : length));
        texts += kind == 1 ? 1 : 0;
        closed = kind == 8;
      }
    }

    private boolean takes() {
      boolean had = given.getAndSet(null) != null;
      if (had) {
        frames.written();
      }
      return had;
    }

    @Override
    public void endWriting() {
      ends++;
    }

    @Override
    public void hangUp() {
      Interleavings.check(gone, "only a socket that is gone is hung up on");
    }
  }
}
