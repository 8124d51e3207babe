package io.groovejet;

import io.groovejet.guard.QueueLimits;

/**
 * What the queues before all wires of a lobby share.
 *
 * @param limits what may wait in each
 * @param backlog what waits in all of them
 * @param leavers those whose sockets are to end
 */
record Queues(QueueLimits limits, Timekeeper timekeeper, Backlog backlog, Leavers leavers) {

  static Queues of(QueueLimits limits, Timekeeper timekeeper, Backlog backlog) {
    return new Queues(limits, timekeeper, backlog, new Leavers(timekeeper, limits.closeGrace()));
  }

  /** Wakes somebody up when what waits from now on has waited too long. */
  void wakeAtAge(Runnable task) {
    timekeeper.wakeAt(timekeeper.now().plus(limits.age()), task);
  }
}
