package io.groovejet;

import io.groovejet.frame.FrameBatch;
import io.groovejet.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one client, in order. Any thread brings frames, one takes all there
 * are at once. Texts may be many, up to {@link #ROOM}; of everything else one waits at most.
 */
final class WaitingFrames {

  /** Bytes of texts that may wait here: enough for a burst, as the lobby does not count them. */
  static final int ROOM = 16 * 1024;

  /** What becomes of a text. */
  enum Place {
    /** It will be written, and the next one may be brought. */
    ROOM,
    /** It will be written, and its end be told. */
    NO_MORE_ROOM,
    /** It will not be written. */
    NONE
  }

  /**
   * What was taken, until it is written.
   *
   * @param ending whom to tell then, if anybody waits for it
   * @param bye whether the last frame is a close frame, after which there is nothing
   */
  record Taken(FrameBatch frames, Wire.@Nullable Written ending, boolean bye) {

    /** The same when the socket has its bytes: it is not to be in memory twice. */
    private Taken handedOver() {
      return new Taken(NOTHING, ending, bye);
    }
  }

  private static final FrameBatch NOTHING = new FrameBatch(List.of());

  private static final int ABSENT = -1;

  private final Object lock = new Object();
  private List<ServerFrame> frames = none(); // this and all below is guarded by lock
  private int textBytes; // of the texts among them
  private Wire.@Nullable Written ending; // of the last text, if there is no room for more
  private int pong = ABSENT; // where among them the answer to a ping is
  private boolean ping; // one is among them
  private boolean closing; // a close frame was brought: the last one
  private boolean taking; // somebody takes what is here, or will soon
  private @Nullable Taken taken; // is being written
  private boolean stuck; // the socket did not take that at once
  private boolean lost; // nothing can be written any more

  /** Brings what precedes all frames. */
  void handshake(byte[] answer) {
    synchronized (lock) {
      frames.add(ServerFrame.handshake(answer));
    }
  }

  /** Brings a text; of the last one it was told that the next may be brought. */
  Place text(byte[] utf8, Wire.Written toBeTold) {
    synchronized (lock) {
      if (lost || closing) {
        return Place.NONE;
      }
      frames.add(ServerFrame.text(utf8));
      textBytes += utf8.length;
      if (textBytes <= ROOM && !stuck) {
        return Place.ROOM;
      }
      ending = toBeTold;
      return Place.NO_MORE_ROOM;
    }
  }

  /** Brings a ping, unless one waits. */
  void ping() {
    synchronized (lock) {
      if (!ping && !closing) {
        ping = true;
        frames.add(ServerFrame.ping());
      }
    }
  }

  /** Brings the answer to a ping, in place of one that waits (RFC 6455 section 5.5.3). */
  void pong(byte[] payload) {
    ServerFrame answer = ServerFrame.pong(payload);
    synchronized (lock) {
      if (pong != ABSENT) {
        frames.set(pong, answer);
      } else if (!closing) {
        pong = frames.size();
        frames.add(answer);
      }
    }
  }

  /** Brings the close frame; only the first is written, and nothing after it. */
  void close(ServerFrame last) {
    synchronized (lock) {
      if (!closing) {
        closing = true;
        frames.add(last);
      }
    }
  }

  /** Whether somebody has to start to take, which is then whoever asked. */
  boolean wantsTaker() {
    synchronized (lock) {
      boolean wanted = !taking && !lost;
      taking = true;
      return wanted;
    }
  }

  /** Takes all there is, what was taken before being written; null, and takes no more, if none. */
  @Nullable Taken take() {
    synchronized (lock) {
      taking = !frames.isEmpty();
      if (!taking) {
        return null;
      }
      taken = new Taken(new FrameBatch(frames), ending, closing);
      forget();
      return taken;
    }
  }

  /** The socket did not take that at once; it may have by now. */
  void stick(Taken unfinished) {
    synchronized (lock) {
      stuck = taken != null && taken.frames == unfinished.frames;
      if (stuck) {
        taken = unfinished.handedOver();
      }
    }
  }

  /** Whether the socket has still to take something. */
  boolean isStuck() {
    synchronized (lock) {
      return stuck;
    }
  }

  /** What was taken is written; null when that was lost. */
  @Nullable Taken written() {
    synchronized (lock) {
      Taken done = taken;
      taken = null;
      stuck = false;
      return done;
    }
  }

  /** Nothing can be written any more; whoever waits for it is told. */
  void lose() {
    Wire.Written waits;
    synchronized (lock) {
      lost = true;
      waits = taken == null || taken.ending == null ? ending : taken.ending;
      taken = null;
      stuck = false;
      forget();
    }
    if (waits != null) {
      waits.failed();
    }
  }

  private void forget() {
    frames = none();
    textBytes = 0;
    ending = null;
    pong = ABSENT;
    ping = false;
  }

  private static List<ServerFrame> none() {
    return new ArrayList<>(0); // idle clients are many
  }
}
