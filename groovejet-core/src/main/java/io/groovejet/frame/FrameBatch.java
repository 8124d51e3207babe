package io.groovejet.frame;

import java.nio.ByteBuffer;
import java.util.List;

/** Frames that leave together, in order. */
public final class FrameBatch {

  private final List<ServerFrame> frames;

  /** Frames that leave together; the list is kept. */
  public FrameBatch(List<ServerFrame> frames) {
    this.frames = frames;
  }

  /** How many bytes they have. */
  public int size() {
    int size = 0;
    for (ServerFrame frame : frames) {
      size += frame.size();
    }
    return size;
  }

  /** All of them, in a buffer of its own. */
  public ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(size());
    putTo(bytes);
    return bytes.flip();
  }

  /** Writes all of them. */
  public void putTo(ByteBuffer to) {
    for (ServerFrame frame : frames) {
      frame.putTo(to);
    }
  }
}
