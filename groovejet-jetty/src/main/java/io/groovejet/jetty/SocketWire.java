package io.groovejet.jetty;

import io.groovejet.FrameWire;
import io.groovejet.frame.FrameBatch;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;

/** The outgoing side of one socket, and its end. */
final class SocketWire extends FrameWire {

  private final EndPoint socket;

  SocketWire(EndPoint socket) {
    super(SelectorRound::executeAtItsEnd);
    this.socket = socket;
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
    LobbyConnector.endAtOnce(socket::close);
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
