package io.groovejet;

import io.groovejet.frame.ServerFrame;
import io.groovejet.protocol.CloseReason;
import java.util.concurrent.Executor;

/**
 * The wire of a bare socket: what the lobby says, and what clients are answered, leaves it as
 * frames. A transport adds what its socket is.
 *
 * <p>Threads: any.
 */
public abstract class FrameWire implements Wire, IncomingFrames.Answers, OutgoingFrames.Socket {

  /** What waits for the socket. */
  protected final OutgoingFrames frames;

  /**
   * The wire of one socket.
   *
   * @param turns runs what writes, as for {@link OutgoingFrames}
   */
  protected FrameWire(Executor turns) {
    this.frames = new OutgoingFrames(this, turns);
  }

  /**
   * Answers the opening handshake, together with what the lobby says at once. To be called before
   * it can say anything.
   */
  public final void answer(byte[] handshake) {
    frames.handshake(handshake);
  }

  @Override
  public final void write(byte[] utf8, Written written) {
    frames.text(utf8, written);
  }

  @Override
  public final void ping() {
    frames.ping();
  }

  @Override
  public final void pong(byte[] payload) {
    frames.pong(payload);
  }

  @Override
  public final void close(CloseReason reason) {
    frames.close(ServerFrame.close(reason));
  }

  @Override
  public final void closed(int answer) {
    frames.closed(answer);
  }

  /** The socket is gone. */
  public final void lost() {
    frames.lost();
  }
}
