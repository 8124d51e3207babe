package io.groovejet;

import io.groovejet.guard.QueueLimits;
import io.groovejet.protocol.CloseReason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A wire with a queue before it: keeps the order, bounds what may wait by bytes, count and age, and
 * hangs up on a client that does not read.
 */
final class QueuedConnection implements SignalingConnection, Backlog.Debtor {

  private final Wire wire;
  private final QueueLimits limits;
  private final Timekeeper timekeeper;
  private final Backlog backlog;
  private final Runnable hungUp;

  private final Object lock = new Object();
  private final Queue<Waiting> queue = new ArrayDeque<>(2); // guarded by lock
  private long queuedBytes; // of what waits behind the message that is written
  private long countedBytes; // of what the backlog knows: those, and the message before them
  private boolean writing; // the wire has a message
  private byte @Nullable [] written; // that message, unless nobody cares any more
  private boolean ageWatched; // a look at the oldest message is due
  private @Nullable CloseReason closing; // set once; nothing is accepted after
  private boolean closed; // the wire was told to close

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(byte[] text, Instant since) {}

  /** What to do outside the lock. */
  private enum Next {
    NOTHING,
    WRITE,
    WAIT,
    WAIT_AND_WATCH,
    CUT
  }

  /**
   * A queue before {@code wire}.
   *
   * @param hungUp told when the client is given up because it does not read
   */
  QueuedConnection(
      Wire wire, QueueLimits limits, Timekeeper timekeeper, Backlog backlog, Runnable hungUp) {
    this.wire = wire;
    this.limits = limits;
    this.timekeeper = timekeeper;
    this.backlog = backlog;
    this.hungUp = hungUp;
  }

  @Override
  public void send(byte[] utf8) {
    switch (accept(utf8)) {
      case WRITE -> write(utf8);
      case WAIT -> backlog.relieve();
      case WAIT_AND_WATCH -> {
        timekeeper.wakeAt(timekeeper.now().plus(limits.age()), this::watchAge);
        backlog.relieve();
      }
      case CUT -> cut();
      case NOTHING -> {}
    }
  }

  @Override
  public void ping() {
    synchronized (lock) {
      if (closing != null) {
        return;
      }
    }
    wire.ping();
  }

  @Override
  public void close(CloseReason reason) {
    boolean now;
    synchronized (lock) {
      if (closing != null) {
        return;
      }
      closing = reason;
      now = !writing;
    }
    if (now) {
      closeWire(reason);
    } else {
      timekeeper.wakeAt(timekeeper.now().plus(limits.age()), this::dropUnlessClosed);
    }
  }

  @Override
  public void abandon() {
    synchronized (lock) {
      if (closing != null) {
        return;
      }
      closing = CloseReason.SILENT; // which nobody will be told
      closed = true;
      discard();
    }
    timekeeper.wakeAt(timekeeper.now().plus(limits.closeGrace()), wire::drop);
  }

  private Next accept(byte[] utf8) {
    synchronized (lock) {
      if (closing != null) {
        return Next.NOTHING;
      }
      if (!writing) {
        writing = true;
        written = utf8;
        return Next.WRITE;
      }
      boolean full =
          queue.size() >= limits.messages() || queuedBytes + utf8.length > limits.bytes();
      if (full && !queue.isEmpty()) {
        return Next.CUT;
      }
      queue.add(new Waiting(utf8, timekeeper.now()));
      queuedBytes += utf8.length;
      count(countedBytes == 0 ? utf8.length + writtenBytes() : utf8.length);
      boolean watch = !ageWatched;
      ageWatched = true;
      return watch ? Next.WAIT_AND_WATCH : Next.WAIT;
    }
  }

  private void write(byte[] first) {
    byte[] text = first;
    while (text != null) {
      Step step = new Step(this::writeOn);
      wire.write(text, new Ending(step));
      if (!step.hasEnded()) {
        countUnlessWritten(text);
        return;
      }
      text = next();
    }
  }

  /** The socket did not take the message at once: it waits, too. */
  private void countUnlessWritten(byte[] text) {
    synchronized (lock) {
      if (text != written || countedBytes > 0) {
        return;
      }
      count(text.length);
    }
    backlog.relieve();
  }

  private void writeOn() {
    byte[] text = next();
    if (text != null) {
      write(text);
    }
  }

  /** The next message to write; null, and the wire closed if that was asked for, when none is. */
  private byte @Nullable [] next() {
    CloseReason reason;
    synchronized (lock) {
      Waiting first = queue.poll();
      if (first != null) {
        queuedBytes -= first.text.length;
        count(-writtenBytes());
        written = first.text;
        return first.text;
      }
      count(-countedBytes);
      writing = false;
      written = null;
      reason = closing;
    }
    if (reason != null) {
      closeWire(reason);
    }
    return null;
  }

  private void watchAge() {
    Instant oldest;
    synchronized (lock) {
      Waiting first = queue.peek();
      if (first == null || closing != null) {
        ageWatched = false;
        return;
      }
      oldest = first.since.plus(limits.age());
    }
    if (oldest.isAfter(timekeeper.now())) {
      timekeeper.wakeAt(oldest, this::watchAge);
    } else {
      cut();
    }
  }

  /** The server needs the memory: what waits is discarded, whatever it is. */
  @Override
  public void giveUp() {
    cut();
    dropUnlessClosed();
  }

  /** The client does not read: what waits is discarded, and the connection ends soon. */
  private void cut() {
    synchronized (lock) {
      if (closing != null) {
        return;
      }
      closing = CloseReason.SLOW;
      discard();
    }
    closeWire(CloseReason.SLOW);
    hungUp.run();
  }

  private void dropUnlessClosed() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      discard();
    }
    wire.drop();
  }

  private void closeWire(CloseReason reason) {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
    }
    wire.close(reason);
    timekeeper.wakeAt(timekeeper.now().plus(limits.closeGrace()), wire::drop);
  }

  private void broken() {
    synchronized (lock) {
      if (closing == null) {
        closing = CloseReason.SILENT;
      }
      closed = true;
      discard();
    }
    wire.drop();
  }

  private void discard() {
    queue.clear();
    queuedBytes = 0;
    written = null;
    count(-countedBytes);
  }

  private int writtenBytes() {
    return written == null ? 0 : written.length;
  }

  /** Tells the backlog of so much more, or less. */
  private void count(long bytes) {
    if (bytes > 0) {
      backlog.add(this, bytes);
    } else {
      backlog.remove(-bytes);
    }
    countedBytes += bytes;
    if (bytes < 0 && countedBytes == 0) {
      backlog.done(this);
    }
  }

  /** How many bytes wait for this client, as far as any have to. */
  @Override
  public long waitingBytes() {
    synchronized (lock) {
      return countedBytes;
    }
  }

  private final class Ending implements Wire.Written {

    private final Step step;

    private Ending(Step step) {
      this.step = step;
    }

    @Override
    public void done() {
      step.end();
    }

    @Override
    public void failed() {
      broken();
      step.end();
    }
  }
}
