package io.groovejet.jetty;

import io.groovejet.IncomingFrames;
import io.groovejet.OutgoingFrames;
import io.groovejet.Wire;
import io.groovejet.frame.FrameBatch;
import io.groovejet.frame.ServerFrame;
import io.groovejet.protocol.CloseReason;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;

/** The outgoing side of one socket, and its end. */
final class SocketWire implements Wire, IncomingFrames.Answers, OutgoingFrames.Socket {

  private final EndPoint socket;
  private final OutgoingFrames frames = new OutgoingFrames(this, SelectorRound::executeAtItsEnd);

  SocketWire(EndPoint socket) {
    this.socket = socket;
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

  /** Resets the connection, so that nothing waits for a client that does not read. */
  @Override
  public void drop() {
    try {
      if (socket.getTransport() instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException alreadyClosed) {
      return;
    }
    hangUp();
  }

  @Override
  public boolean hasEnded() {
    return !socket.isOpen();
  }

  @Override
  public void hangUp() {
    socket.close();
  }

  /** The socket is gone. */
  void lost() {
    frames.lost();
  }

  @Override
  public boolean write(FrameBatch batch) throws IOException {
    Flush flush = new Flush(frames);
    socket.write(flush, batch.bytes());
    return flush.isDone();
  }

  @Override
  public void endWriting() {
    socket.shutdownOutput();
  }
}
