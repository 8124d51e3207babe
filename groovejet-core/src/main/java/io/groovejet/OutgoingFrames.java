package io.groovejet;

import io.groovejet.frame.ServerFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames to one client, whole and without mask, for a transport that has bare sockets; never
 * blocks.
 *
 * <p>Whoever brings a frame writes it, if the socket takes it and nobody else is at it. Otherwise
 * it waits in the one place there is for its kind: the lobby brings the next text when it was told
 * of the last one, and of several pings only the last needs an answer (RFC 6455 section 5.5.3). So
 * what waits here is bounded.
 *
 * <p>Threads: any.
 */
public final class OutgoingFrames {

  /** The socket that is written to. Called by one thread at a time. */
  public interface Socket {

    /**
     * Writes what the socket takes of a frame.
     *
     * @return whether it took all; if not, {@link #writable} is called when it takes more, perhaps
     *     before this returns, and then the rest is brought again
     */
    boolean write(ByteBuffer frame) throws IOException;

    /** It did not take all, and nobody brings the rest until it is writable. */
    default void awaitRoom() {}

    /** It is writable, and is not waited for any more. */
    default void roomFound() {}

    /** Sends no more, after all that was written; the client may still send. */
    void endWriting() throws IOException;

    /** Closes: both close frames have passed (RFC 6455 section 7.1.1), or writing has failed. */
    void hangUp();
  }

  private enum State {
    /** Nothing to write. */
    IDLE,
    /** One thread writes. */
    WRITING,
    /** The socket is full; its own thread goes on when it is not. */
    FULL,
    /** Nothing can be written any more. */
    BROKEN
  }

  /** A frame that is being written, as far as it is not yet. */
  private record Outgoing(ServerFrame.Kind kind, ByteBuffer bytes) {

    private static Outgoing of(ServerFrame frame) {
      return new Outgoing(frame.kind(), frame.bytes());
    }
  }

  private final Socket socket;
  private final Executor turns;

  private final AtomicInteger closeFrames = new AtomicInteger(); // ours and theirs, 2 when done

  private final Object lock = new Object();
  private State state = State.IDLE; // this and all below is guarded by lock
  private boolean roomFound; // while one thread writes, which has not seen it yet
  private boolean lost; // the socket is gone, which the writing thread has not seen yet
  private boolean closing; // a close frame was brought
  private byte @Nullable [] text;
  private Wire.@Nullable Written written; // of the text that waits or is being written
  private byte @Nullable [] pong;
  private boolean ping;
  private @Nullable ServerFrame close;
  private @Nullable Outgoing unfinished; // found no room

  /**
   * The frames for one socket.
   *
   * @param turns runs what writes: on the calling thread where the socket allows it
   */
  public OutgoingFrames(Socket socket, Executor turns) {
    this.socket = socket;
    this.turns = turns;
  }

  /** Brings a text; the last one's end was told. */
  public void text(byte[] utf8, Wire.Written ending) {
    boolean taken;
    boolean starts;
    synchronized (lock) {
      taken = state != State.BROKEN && !closing;
      if (taken) {
        text = utf8;
        written = ending;
      }
      starts = starts();
    }
    if (!taken) {
      ending.failed();
    } else if (starts) {
      start();
    }
  }

  /** Brings an empty ping. */
  public void ping() {
    synchronized (lock) {
      ping = !closing;
      if (!starts()) {
        return;
      }
    }
    start();
  }

  /** Brings the answer to a ping. */
  public void pong(byte[] payload) {
    synchronized (lock) {
      pong = closing ? null : payload;
      if (!starts()) {
        return;
      }
    }
    start();
  }

  /** Brings the close frame, the last one; only the first is written. */
  public void close(ServerFrame last) {
    synchronized (lock) {
      if (closing) {
        return;
      }
      closing = true;
      close = last;
      if (!starts()) {
        return;
      }
    }
    start();
  }

  /**
   * The client closes: brings an {@linkplain ServerFrame#closeAnswer answer}, unless ours is one.
   */
  public void closed(int answer) {
    close(ServerFrame.closeAnswer(answer));
    closeFrame();
  }

  /** The socket has room again, or seems to. */
  public void writable() {
    synchronized (lock) {
      if (state == State.WRITING || state == State.BROKEN) {
        roomFound = true;
        return;
      }
      state = State.WRITING;
    }
    socket.roomFound();
    writeAll();
  }

  /** The socket is gone. */
  public void lost() {
    synchronized (lock) {
      lost = true;
      if (state == State.WRITING) {
        return;
      }
      state = State.BROKEN;
    }
    endText(Wire.Written::failed);
  }

  /** Whether it is this thread that has to {@link #start}. */
  private boolean starts() {
    boolean idle = state == State.IDLE;
    if (idle) {
      state = State.WRITING;
    }
    return idle;
  }

  private void start() {
    try {
      turns.execute(this::writeAll);
    } catch (RejectedExecutionException stopping) {
      giveUp();
    }
  }

  private void writeAll() {
    try {
      Outgoing frame = next();
      while (frame != null) {
        if (socket.write(frame.bytes)) {
          finish(frame);
        } else if (hasToWait(frame)) {
          socket.awaitRoom();
          return;
        }
        frame = next();
      }
    } catch (IOException gone) {
      giveUp();
    }
  }

  /** What to write now; null when that is nothing, and this thread writes no more. */
  private @Nullable Outgoing next() throws IOException {
    synchronized (lock) {
      Outgoing frame = unfinished;
      if (lost) {
        throw new ClosedChannelException();
      } else if (frame != null) {
        unfinished = null;
      } else if (pong != null) {
        frame = Outgoing.of(ServerFrame.pong(pong));
        pong = null;
      } else if (ping) {
        frame = Outgoing.of(ServerFrame.ping());
        ping = false;
      } else if (text != null) {
        frame = Outgoing.of(ServerFrame.text(text));
        text = null;
      } else if (close != null) {
        frame = Outgoing.of(close);
        close = null;
      } else {
        state = State.IDLE;
      }
      return frame;
    }
  }

  /** Keeps what found no room, until there is some; unless there is by now. */
  private boolean hasToWait(Outgoing frame) throws IOException {
    synchronized (lock) {
      if (lost) {
        throw new ClosedChannelException();
      }
      unfinished = frame;
      boolean waits = !roomFound;
      roomFound = false;
      if (waits) {
        state = State.FULL;
      }
      return waits;
    }
  }

  private void finish(Outgoing frame) throws IOException {
    switch (frame.kind) {
      case TEXT -> endText(Wire.Written::done);
      case CLOSE -> {
        socket.endWriting();
        closeFrame();
      }
      default -> {}
    }
  }

  private void closeFrame() {
    if (closeFrames.incrementAndGet() == 2) {
      socket.hangUp();
    }
  }

  private void giveUp() {
    synchronized (lock) {
      state = State.BROKEN;
    }
    endText(Wire.Written::failed);
    socket.hangUp();
  }

  private void endText(Consumer<Wire.Written> how) {
    Wire.Written ending;
    synchronized (lock) {
      ending = written;
      written = null;
      text = null;
    }
    if (ending != null) {
      how.accept(ending);
    }
  }
}
