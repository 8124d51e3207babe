package io.groovejet;

import io.groovejet.protocol.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * A wire without a socket. It writes one message at a time, as slowly as the test likes, and keeps
 * in order what was asked of it. For one thread.
 */
final class FakeWire implements Wire {

  private final List<String> story = new ArrayList<>();
  private final Queue<Written> underWay = new ArrayDeque<>();
  private boolean ended;
  private boolean immediate; // whether a write ends before it returns

  @Override
  public void write(byte[] utf8, Written written) {
    if (!underWay.isEmpty()) {
      throw new IllegalStateException("a message is being written");
    }
    story.add(new String(utf8, StandardCharsets.UTF_8));
    if (immediate) {
      written.done();
    } else {
      underWay.add(written);
    }
  }

  @Override
  public void ping() {
    story.add("<ping>");
  }

  @Override
  public void close(CloseReason reason) {
    story.add("<close " + reason.code() + ">");
  }

  @Override
  public void drop() {
    story.add("<drop>");
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  /** Its socket has ended. */
  void ends() {
    ended = true;
  }

  /** From now on every write ends before it returns. */
  void writesImmediately() {
    immediate = true;
  }

  /** The message being written is written. */
  void finishes() {
    underWay.remove().done();
  }

  /** The message being written cannot be written. */
  void fails() {
    underWay.remove().failed();
  }

  /** All that was asked of it since the last call, in order. */
  List<String> takeStory() {
    List<String> taken = List.copyOf(story);
    story.clear();
    return taken;
  }
}
