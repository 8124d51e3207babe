package io.groovejet.undertow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.WriteReadyHandler;

/** The sending side of a socket that takes as much as a test lets it. */
final class NarrowSocket extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private int room = Integer.MAX_VALUE; // bytes it still takes
  private boolean resumed; // wants to tell when there is room
  private boolean broken; // throws
  private Runnable meanwhile = () -> {}; // done in the middle of the next write

  NarrowSocket() {
    super(nothing());
  }

  /** Takes so many bytes from now on, and then no more. */
  void room(int bytes) {
    room = bytes;
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

  /** What stands behind this one and is never asked. */
  private static StreamSinkConduit nothing() {
    Class<?>[] types = {StreamSinkConduit.class};
    return (StreamSinkConduit)
        Proxy.newProxyInstance(
            NarrowSocket.class.getClassLoader(),
            types,
            (self, method, arguments) -> {
              throw new UnsupportedOperationException(method.toString());
            });
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    if (broken) {
      throw new IOException("broken");
    }
    int before = taken.size();
    for (ByteBuffer source : sources) {
      while (source.hasRemaining() && room > 0) {
        taken.write(source.get());
        room--;
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
      }
    }
    return (long) taken.size() - before;
  }

  @Override
  public void setWriteReadyHandler(WriteReadyHandler handler) {
    // the test itself tells the writer that there is room
  }

  @Override
  public boolean flush() {
    return true;
  }

  @Override
  public void resumeWrites() {
    resumed = true;
  }

  @Override
  public void suspendWrites() {
    resumed = false;
  }

  @Override
  public boolean isWriteResumed() {
    return resumed;
  }
}
