package io.groovejet;

import io.groovejet.protocol.CloseReason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wire with a queue before it: keeps the order, bounds what may wait by bytes, count and age, and
 * hangs up on a client that does not read.
 */
final class QueuedConnection implements SignalingConnection, Backlog.Debtor {

  private final Wire wire;
  private final Queues queues;
  private final Runnable hungUp;

  private final Object lock = new Object();
  private final WaitingTexts texts; // this and all below is guarded by lock
  private boolean writing; // the wire has a message
  private boolean ageWatched; // a look at the oldest message is due
  private @Nullable CloseReason closing; // set once; nothing is accepted after
  private boolean closed; // the wire was told to close

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
  QueuedConnection(Wire wire, Queues queues, Runnable hungUp) {
    this.wire = wire;
    this.queues = queues;
    this.hungUp = hungUp;
    this.texts = new WaitingTexts(queues.limits(), queues.backlog(), this);
  }

  @Override
  public void send(byte[] utf8) {
    switch (accept(utf8)) {
      case WRITE -> write(utf8);
      case WAIT -> queues.backlog().relieve();
      case WAIT_AND_WATCH -> {
        queues.wakeAtAge(this, QueuedConnection::watchAge);
        queues.backlog().relieve();
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
      queues.wakeAtAge(this, QueuedConnection::dropUnlessClosed);
    }
  }

  @Override
  public void abandon() {
    boolean first;
    synchronized (lock) {
      first = closing == null;
      if (first) {
        closing = CloseReason.SILENT; // which nobody will be told
        closed = true;
        texts.discard();
      }
    }
    if (wire.hasEnded()) {
      queues.leavers().remove(this);
    } else if (first) {
      queues.leavers().add(this);
    }
  }

  /** Ends its socket. */
  void drop() {
    wire.drop();
  }

  private Next accept(byte[] utf8) {
    synchronized (lock) {
      if (closing != null) {
        return Next.NOTHING;
      }
      if (!writing) {
        writing = true;
        texts.writes(utf8);
        return Next.WRITE;
      }
      if (texts.areTooManyWith(utf8.length)) {
        return Next.CUT;
      }
      texts.add(utf8, queues.timekeeper().now());
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
      if (!texts.isStillWritten(text)) {
        return;
      }
    }
    queues.backlog().relieve();
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
      byte[] next = texts.next();
      if (next != null) {
        return next;
      }
      writing = false;
      reason = closing;
    }
    if (reason != null) {
      closeWire(reason);
    }
    return null;
  }

  private void watchAge() {
    Instant until;
    synchronized (lock) {
      Optional<Instant> oldest = texts.oldest();
      if (oldest.isEmpty() || closing != null) {
        ageWatched = false;
        return;
      }
      until = oldest.get().plus(queues.limits().age());
    }
    if (until.isAfter(queues.timekeeper().now())) {
      queues.reminders().at(until, this, QueuedConnection::watchAge);
    } else {
      cut();
    }
  }

  /** The server needs the memory, also that of the message which the socket does not take. */
  @Override
  public void giveUp() {
    boolean news;
    synchronized (lock) {
      if (closed || !writing) {
        return;
      }
      news = closing == null;
      closing = news ? CloseReason.SLOW : closing;
      closed = true;
      texts.discard();
    }
    wire.drop();
    if (news) {
      hungUp.run();
    }
  }

  /** The client does not read: what waits is discarded, and the connection ends soon. */
  private void cut() {
    synchronized (lock) {
      if (closing != null) {
        return;
      }
      closing = CloseReason.SLOW;
      texts.discard();
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
      texts.discard();
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
    queues.leavers().add(this);
    wire.close(reason);
  }

  private void broken() {
    synchronized (lock) {
      if (closing == null) {
        closing = CloseReason.SILENT;
      }
      closed = true;
      texts.discard();
    }
    wire.drop();
  }

  /** How many bytes wait for this client, as far as any have to. */
  @Override
  public long waitingBytes() {
    synchronized (lock) {
      return texts.bytes();
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
