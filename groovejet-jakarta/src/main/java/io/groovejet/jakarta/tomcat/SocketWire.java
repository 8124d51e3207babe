package io.groovejet.jakarta.tomcat;

import io.groovejet.IncomingFrames;
import io.groovejet.OutgoingFrames;
import io.groovejet.Wire;
import io.groovejet.frame.FrameBatch;
import io.groovejet.frame.ServerFrame;
import io.groovejet.protocol.CloseReason;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The outgoing side of one socket, and its end. */
final class SocketWire implements Wire, IncomingFrames.Answers, OutgoingFrames.Socket {

  private final Plug socket;
  private final Runnable end; // tells that the socket is gone
  private final AtomicBoolean ended = new AtomicBoolean();
  private final OutgoingFrames frames = new OutgoingFrames(this, Round::executeAtItsEnd);

  /**
   * The wire of one socket.
   *
   * @param end told once, by any thread, when the socket has ended
   */
  SocketWire(Plug socket, Runnable end) {
    this.socket = socket;
    this.end = end;
  }

  @Override
  public void write(byte[] utf8, Written written) {
    frames.text(utf8, written);
  }

  @Override
  public void ping() {
    frames.ping();
  }

  @Override
  public void pong(byte[] payload) {
    frames.pong(payload);
  }

  @Override
  public void close(CloseReason reason) {
    frames.close(ServerFrame.close(reason));
  }

  @Override
  public void closed(int answer) {
    frames.closed(answer);
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
