package io.groovejet.netty;

import io.groovejet.Wire;
import io.groovejet.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one client, in order. Any thread brings frames, one takes all there
 * are at once. Texts may be many, up to {@link #ROOM}; of everything else one waits at most.
 */
final class Outbox {

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
   * Frames that leave together.
   *
   * @param ending whom to tell when they are written, if anybody waits for it
   * @param bye whether the last of them is a close frame, after which there is nothing
   */
  record Batch(List<ServerFrame> frames, Wire.@Nullable Written ending, boolean bye) {

    private static final Batch EMPTY = new Batch(List.of(), null, false);

    boolean isEmpty() {
      return frames.isEmpty();
    }

    /** How many bytes they have. */
    int size() {
      int size = 0;
      for (ServerFrame frame : frames) {
        size += frame.size();
      }
      return size;
    }
  }

  private static final int ABSENT = -1;

  private final Object lock = new Object();
  private List<ServerFrame> frames = none(); // this and all below is guarded by lock
  private int waiting; // bytes of the texts among them
  private Wire.@Nullable Written ending; // of the last text, if there is no room for more
  private int pong = ABSENT; // where among them the answer to a ping is
  private boolean ping; // one is among them
  private boolean closing; // a close frame was brought: the last one
  private boolean taking; // somebody takes what is here, or will soon
  private boolean lost; // nothing can be written any more

  /** Brings a text; of the last one it was told that the next may be brought. */
  Place text(byte[] utf8, Wire.Written toBeTold) {
    synchronized (lock) {
      if (lost || closing) {
        return Place.NONE;
      }
      frames.add(ServerFrame.text(utf8));
      waiting += utf8.length;
      if (waiting <= ROOM) {
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

  /** Takes all there is; who is given nothing takes no more. */
  Batch take() {
    synchronized (lock) {
      taking = !frames.isEmpty();
      if (!taking) {
        return Batch.EMPTY;
      }
      Batch batch = new Batch(frames, ending, closing);
      forget();
      return batch;
    }
  }

  /** Nothing can be written any more; whoever waits for it is told. */
  void lose() {
    Wire.Written waits;
    synchronized (lock) {
      lost = true;
      waits = ending;
      forget();
    }
    if (waits != null) {
      waits.failed();
    }
  }

  private void forget() {
    frames = none();
    waiting = 0;
    ending = null;
    pong = ABSENT;
    ping = false;
  }

  private static List<ServerFrame> none() {
    return new ArrayList<>(0); // idle clients are many
  }
}
