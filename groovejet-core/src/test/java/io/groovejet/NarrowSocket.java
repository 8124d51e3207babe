package io.groovejet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/** A socket that takes as many bytes as it is told to. */
final class NarrowSocket implements OutgoingFrames.Socket {

  private final List<String> told;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private int room = Integer.MAX_VALUE;
  private boolean awaited;
  private boolean broken;
  private Runnable meanwhile = () -> {};

  NarrowSocket(List<String> told) {
    this.told = told;
  }

  /** Takes so many bytes from now on. */
  void room(int bytes) {
    room = bytes;
  }

  void breakDown() {
    broken = true;
  }

  void duringTheNextWrite(Runnable action) {
    meanwhile = action;
  }

  /** Whether it is to say when it has room. */
  boolean isAwaited() {
    return awaited;
  }

  /** All it took, in hexadecimal. */
  String taken() {
    return HexFormat.of().formatHex(taken.toByteArray());
  }

  @Override
  public boolean write(ByteBuffer frame) throws IOException {
    if (broken) {
      throw new IOException("broken");
    }
    while (frame.hasRemaining() && room > 0) {
      taken.write(frame.get());
      room--;
    }
    boolean all = !frame.hasRemaining();
    Runnable now = meanwhile;
    meanwhile = () -> {};
    now.run();
    return all;
  }

  @Override
  public void awaitRoom() {
    awaited = true;
  }

  @Override
  public void roomFound() {
    awaited = false;
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
