package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.frame.FrameBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/** A socket that takes as many bytes as it is told to, and the rest later. */
final class NarrowSocket implements OutgoingFrames.Socket {

  private final List<String> told;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private int room = Integer.MAX_VALUE;
  private boolean broken;
  private Runnable meanwhile = () -> {};

  NarrowSocket(List<String> told) {
    this.told = told;
  }

  /**
   * Takes so many bytes from now on.
   *
   * @return whether it has none left over of what it was given
   */
  boolean room(int bytes) {
    room = bytes;
    take();
    return !rest.hasRemaining();
  }

  void breakDown() {
    broken = true;
  }

  void duringTheNextWrite(Runnable action) {
    meanwhile = action;
  }

  /** All it took, in hexadecimal. */
  String taken() {
    return HexFormat.of().formatHex(taken.toByteArray());
  }

  @Override
  public boolean write(FrameBatch frames) throws IOException {
    if (broken) {
      throw new IOException("broken");
    }
    assertThat(rest.hasRemaining()).as("something is still to be taken").isFalse();
    rest = frames.bytes();
    take();
    boolean all = !rest.hasRemaining();
    Runnable now = meanwhile;
    meanwhile = () -> {};
    now.run();
    return all;
  }

  private void take() {
    while (rest.hasRemaining() && room > 0) {
      taken.write(rest.get());
      room--;
    }
  }

  @Override
  public void endWriting() {
    told.add("close written");
  }

  @Override
  public void hangUp() {
    told.add("hung up");
  }
}
