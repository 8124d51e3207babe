package io.groovejet;

import io.groovejet.guard.QueueLimits;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The texts that wait to be written to one client, behind the one that the wire has; told to the
 * backlog as far as any has to wait. Guarded by whoever has it.
 */
final class WaitingTexts {

  private final QueueLimits limits;
  private final Backlog backlog;
  private final Backlog.Debtor debtor;
  private final Queue<Waiting> queue = new ArrayDeque<>(2);
  private byte @Nullable [] written; // what the wire has, until it has not taken it at once
  private int writtenBytes; // of what the wire has, unless nobody cares any more
  private long queuedBytes; // of what waits behind it
  private long countedBytes; // of what the backlog knows: those, and the text before them

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(byte[] text, Instant since) {}

  WaitingTexts(QueueLimits limits, Backlog backlog, Backlog.Debtor debtor) {
    this.limits = limits;
    this.backlog = backlog;
    this.debtor = debtor;
  }

  /** The wire has that text, before which nothing waits. */
  void writes(byte[] text) {
    written = text;
    writtenBytes = text.length;
  }

  /** Whether a text of that size is too much; the first may have any. */
  boolean areTooManyWith(int size) {
    boolean full = queue.size() >= limits.messages() || queuedBytes + size > limits.bytes();
    return full && !queue.isEmpty();
  }

  /** One more waits. */
  void add(byte[] text, Instant since) {
    queue.add(new Waiting(text, since));
    queuedBytes += text.length;
    count(countedBytes == 0 ? text.length + writtenBytes : text.length);
  }

  /**
   * The wire has not taken that text at once: it waits, too, and is kept by the wire only.
   *
   * @return whether the backlog did not know
   */
  boolean isStillWritten(byte[] text) {
    if (text != written) {
      return false;
    }
    written = null;
    boolean news = countedBytes == 0;
    if (news) {
      count(text.length);
    }
    return news;
  }

  /** The next text, which the wire has from now on; null, with nothing left, when none waits. */
  byte @Nullable [] next() {
    Waiting first = queue.poll();
    if (first == null) {
      forgetWritten();
      return null;
    }
    queuedBytes -= first.text.length;
    count(-writtenBytes);
    writes(first.text);
    return first.text;
  }

  /** Since when the oldest waits. */
  Optional<Instant> oldest() {
    return Optional.ofNullable(queue.peek()).map(Waiting::since);
  }

  /** Nobody cares for any of them any more. */
  void discard() {
    queue.clear();
    queuedBytes = 0;
    forgetWritten();
  }

  /** How many bytes wait, as far as any have to. */
  long bytes() {
    return countedBytes;
  }

  private void forgetWritten() {
    written = null;
    writtenBytes = 0;
    count(-countedBytes);
  }

  /** Tells the backlog of so much more, or less. */
  private void count(long bytes) {
    if (bytes > 0) {
      backlog.add(debtor, bytes);
    } else {
      backlog.remove(-bytes);
    }
    countedBytes += bytes;
    if (bytes < 0 && countedBytes == 0) {
      backlog.done(debtor);
    }
  }
}
