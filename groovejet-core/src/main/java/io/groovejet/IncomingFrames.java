package io.groovejet;

import io.groovejet.frame.FrameReader;
import io.groovejet.protocol.CloseReason;
import java.nio.ByteBuffer;

/**
 * What a client sends, for a transport that has bare sockets: takes it apart into frames, and
 * passes messages on to the session.
 *
 * <p>One thread at a time.
 */
public final class IncomingFrames {

  /** What has to be answered on the way back. */
  public interface Answers {

    /** A ping came, to be answered by a pong; of several the last is enough. */
    void pong(byte[] payload);

    /**
     * The client closes, which the session knows; nothing is heard of it any more.
     *
     * @param answer for {@link io.groovejet.frame.ServerFrame#closeAnswer}
     */
    void closed(int answer);
  }

  private static final int AT_ONCE = 32; // frames, before it is looked whether they are late
  private static final int FRAME = 64 * 1024; // bytes, for which any frame counts at least
  private static final int LATE = 128 * FRAME; // that may have been on their way

  private final ClientSession session;
  private final FrameReader reader;
  private final Turn turn = new Turn();
  private int late; // bytes that came when the session was over

  /** The frames of one connection. */
  public IncomingFrames(ClientSession session, Answers answers) {
    this.session = session;
    this.reader = new FrameReader(new Listener(session, new IncomingText(session), answers));
  }

  /** Takes what came next, reading {@code bytes} to their end and unmasking them in place. */
  public void read(ByteBuffer bytes) {
    session.heard();
    int size = bytes.remaining();
    int begun = 0;
    while (bytes.hasRemaining() && goOn()) {
      begun += readSome(bytes);
    }
    bytes.position(bytes.limit());
    turn.took(size, begun);
  }

  private int readSome(ByteBuffer bytes) {
    int start = bytes.position();
    int begun = reader.read(bytes, AT_ONCE);
    if (session.isOver()) {
      late += Math.max(begun * FRAME, bytes.position() - start);
    }
    return begun;
  }

  /**
   * Whether to read on, for its close frame at least. Not what a client sends that the lobby has
   * closed and that goes on for 128 frames, or 8 MB: it is reset soon.
   */
  public boolean goOn() {
    return late < LATE;
  }

  /**
   * How many bytes to read next before others have their turn, at most 16 KiB: fewer from a client
   * that sends many small frames at once, as each of them is work.
   */
  public int turn() {
    return turn.bytes();
  }

  private record Listener(ClientSession session, IncomingText text, Answers answers)
      implements FrameReader.Listener {

    private static final CloseReason BROKEN = new CloseReason(1002, "not a WebSocket frame");

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
      if (session.heardControl()) {
        answers.pong(payload);
      }
    }

    @Override
    public void pong() {
      session.heardControl();
    }

    @Override
    public void close(int answer) {
      session.disconnected(); // first, so that whoever hears the answer finds the client gone
      answers.closed(answer);
    }

    @Override
    public void broken() {
      text.reject(BROKEN);
    }
  }
}
