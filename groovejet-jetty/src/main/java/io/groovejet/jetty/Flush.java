package io.groovejet.jetty;

import io.groovejet.OutgoingFrames;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A write that Jetty ends at once, or later and perhaps on another thread. */
final class Flush implements Callback {

  private enum State {
    UNDER_WAY,
    DONE,
    FAILED,
    /** Whoever wrote does not wait for it. */
    LEFT
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.UNDER_WAY);
  private final OutgoingFrames frames;
  private volatile @Nullable Throwable failure; // before the state says so

  Flush(OutgoingFrames frames) {
    this.frames = frames;
  }

  /**
   * Asked once, after the write has begun.
   *
   * @return whether all is written; if not, the frames are told when it is
   */
  boolean isDone() throws IOException {
    if (state.compareAndSet(State.UNDER_WAY, State.LEFT)) {
      return false;
    }
    if (state.get() == State.FAILED) {
      throw new IOException(failure);
    }
    return true;
  }

  @Override
  public void succeeded() {
    if (!state.compareAndSet(State.UNDER_WAY, State.DONE)) {
      frames.written();
    }
  }

  @Override
  public void failed(Throwable cause) {
    failure = cause;
    if (!state.compareAndSet(State.UNDER_WAY, State.FAILED)) {
      frames.failed();
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
