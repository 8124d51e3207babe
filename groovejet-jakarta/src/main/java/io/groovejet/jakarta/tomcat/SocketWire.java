package io.groovejet.jakarta.tomcat;

import io.groovejet.FrameWire;
import io.groovejet.frame.FrameBatch;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The outgoing side of one socket, and its end. */
final class SocketWire extends FrameWire {

  private final Plug socket;
  private final Runnable end; // tells that the socket is gone
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * The wire of one socket.
   *
   * @param end told once, by any thread, when the socket has ended
   */
  SocketWire(Plug socket, Runnable end) {
    super(Round::executeAtItsEnd);
    this.socket = socket;
    this.end = end;
  }

  @Override
  public void drop() {
    socket.reset();
    ended();
  }

  @Override
  public boolean hasEnded() {
    return socket.isClosed();
  }

  @Override
  public void hangUp() {
    socket.close();
    ended();
  }

  private void ended() {
    if (ended.compareAndSet(false, true)) {
      frames.lost();
      end.run();
    }
  }

  /** The socket has room again, or seems to. */
  void writable() {
    try {
      if (socket.finishes()) {
        frames.written();
      }
    } catch (IOException gone) {
      frames.failed();
    }
  }

  @Override
  public boolean write(FrameBatch batch) throws IOException {
    return socket.write(batch.bytes());
  }

  @Override
  public void endWriting() throws IOException {
    socket.endWriting();
  }
}
