package io.groovejet;

import io.groovejet.guard.QueueLimits;
import java.util.function.Consumer;

/**
 * What the queues before all wires of a lobby share.
 *
 * @param limits what may wait in each
 * @param backlog what waits in all of them
 * @param leavers those whose sockets are to end
 * @param reminders what is to be done later to those that are still there
 */
record Queues(
    QueueLimits limits,
    Timekeeper timekeeper,
    Backlog backlog,
    Leavers leavers,
    Reminders reminders) {

  static Queues of(QueueLimits limits, Timekeeper timekeeper, Backlog backlog) {
    return new Queues(
        limits,
        timekeeper,
        backlog,
        new Leavers(timekeeper, limits.closeGrace()),
        new Reminders(timekeeper));
  }

  /** Looks again at somebody when what waits from now on has waited too long. */
  void wakeAtAge(QueuedConnection whom, Consumer<QueuedConnection> look) {
    reminders.after(limits.age(), whom, look);
  }
}
