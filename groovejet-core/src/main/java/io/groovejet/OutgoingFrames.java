package io.groovejet;

import io.groovejet.WaitingFrames.Taken;
import io.groovejet.frame.FrameBatch;
import io.groovejet.frame.ServerFrame;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes frames to one client, whole and without mask, for a transport that has bare sockets; never
 * blocks.
 *
 * <p>Frames wait for a turn, in which all that were brought until then, by whomever, leave
 * together. Between two turns up to 16 KiB of texts count as written, so that a burst needs no
 * asking back; as long as the socket does not take what it was given, none do. Of several pings
 * only the last is answered (RFC 6455 section 5.5.3). So what waits here is bounded.
 *
 * <p>Threads: any.
 */
public final class OutgoingFrames {

  /** The socket that is written to. Called by one thread at a time. */
  public interface Socket {

    /**
     * Starts to write.
     *
     * @return whether the socket took it all; if not, {@link #written} or {@link #failed} is called
     *     when that is known, perhaps before this returns, and nothing else is brought until then
     */
    boolean write(FrameBatch frames) throws IOException;

    /**
     * Sends no more, after all that was written; the client has still to answer our close frame.
     */
    void endWriting() throws IOException;

    /**
     * Closes: both close frames have passed (RFC 6455 section 7.1.1), or writing has failed, or a
     * client that closes does not read.
     */
    void hangUp();
  }

  private final Socket socket;
  private final Executor turns;
  private final WaitingFrames waiting = new WaitingFrames();
  private final AtomicInteger closeFrames = new AtomicInteger(); // ours and theirs, 2 when done

  /**
   * The frames for one socket.
   *
   * @param turns runs what writes: at once, or better, where a thread serves many sockets, when it
   *     has done what it is at
   */
  public OutgoingFrames(Socket socket, Executor turns) {
    this.socket = socket;
    this.turns = turns;
  }

  /** Brings the answer to the opening handshake, before anything else. */
  public void handshake(byte[] answer) {
    waiting.handshake(answer);
    start();
  }

  /** Brings a text; of the last one it was told that the next may be brought. */
  public void text(byte[] utf8, Wire.Written ending) {
    switch (waiting.text(utf8, ending)) {
      case ROOM -> {
        start();
        ending.done();
      }
      case NO_MORE_ROOM -> start();
      case NONE -> ending.failed();
    }
  }

  /** Brings an empty ping. */
  public void ping() {
    waiting.ping();
    start();
  }

  /** Brings the answer to a ping. */
  public void pong(byte[] payload) {
    waiting.pong(payload);
    start();
  }

  /** Brings the close frame, the last one; only the first is written. */
  public void close(ServerFrame last) {
    waiting.close(last);
    start();
  }

  /**
   * The client closes: brings an {@linkplain ServerFrame#closeAnswer answer}, unless ours is one. A
   * client that does not read gets none, as none might ever arrive.
   */
  public void closed(int answer) {
    close(ServerFrame.closeAnswer(answer));
    closeFrame();
    if (waiting.isStuck()) {
      socket.hangUp();
    }
  }

  /** The socket has taken what it did not take at once. */
  public void written() {
    try {
      finish();
    } catch (IOException gone) {
      failed();
      return;
    }
    writeAll();
  }

  /** Nothing can be written any more. */
  public void failed() {
    lost();
    socket.hangUp();
  }

  /** The socket is gone. */
  public void lost() {
    waiting.lose();
  }

  private void start() {
    if (!waiting.wantsTaker()) {
      return;
    }
    try {
      turns.execute(this::writeAll);
    } catch (RejectedExecutionException stopping) {
      failed();
    }
  }

  private void writeAll() {
    try {
      Taken taken = waiting.take();
      while (taken != null) {
        if (!socket.write(taken.frames())) {
          awaitEnd(taken);
          return;
        }
        finish();
        taken = waiting.take();
      }
    } catch (IOException gone) {
      failed();
    }
  }

  private void awaitEnd(Taken unfinished) {
    waiting.stick(unfinished);
    if (closeFrames.get() > 0 && waiting.isStuck()) {
      socket.hangUp();
    }
  }

  private void finish() throws IOException {
    Taken written = waiting.written();
    if (written == null) {
      return;
    }
    if (written.ending() != null) {
      written.ending().done();
    }
    if (written.bye() && !closeFrame()) {
      socket.endWriting();
    }
  }

  /**
   * One more close frame has passed.
   *
   * @return whether it was the second
   */
  private boolean closeFrame() {
    boolean second = closeFrames.incrementAndGet() == 2;
    if (second) {
      socket.hangUp();
    }
    return second;
  }
}
