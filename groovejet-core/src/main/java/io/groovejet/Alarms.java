package io.groovejet;

import io.groovejet.protocol.RoomCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Remembers when which room wants to be looked at. A room has one alarm, the earliest that was set:
 * whoever is rung looks at the room and sets the next one. None is ever cancelled; one that was
 * overtaken by an earlier one fades when its time comes.
 */
final class Alarms {

  private final PriorityQueue<Alarm> pending = new PriorityQueue<>(Comparator.comparing(Alarm::at));
  private final Map<RoomCode, Instant> earliest = new HashMap<>(); // guarded by pending
  private final Timekeeper timekeeper;
  private final Consumer<RoomCode> ring;
  private Instant wakesAt = Instant.MAX; // the earliest wake-up asked of the timekeeper

  private record Alarm(Instant at, RoomCode room) {}

  Alarms(Timekeeper timekeeper, Consumer<RoomCode> ring) {
    this.timekeeper = timekeeper;
    this.ring = ring;
  }

  void set(RoomCode room, Instant at) {
    synchronized (pending) {
      Instant known = earliest.get(room);
      if (known != null && !at.isBefore(known)) {
        return;
      }
      earliest.put(room, at);
      pending.add(new Alarm(at, room));
      if (!at.isBefore(wakesAt)) {
        return;
      }
      wakesAt = at;
    }
    timekeeper.wakeAt(at, () -> wake(at));
  }

  /** The wake-up asked for {@code at}; one that was overtaken by an earlier one does nothing. */
  private void wake(Instant at) {
    List<RoomCode> due = new ArrayList<>();
    Instant next;
    synchronized (pending) {
      if (!at.equals(wakesAt)) {
        return;
      }
      takeDue(timekeeper.now(), due);
      next = pending.isEmpty() ? Instant.MAX : pending.element().at;
      wakesAt = next;
    }
    if (next.isBefore(Instant.MAX)) {
      timekeeper.wakeAt(next, () -> wake(next));
    }
    due.forEach(ring);
  }

  private void takeDue(Instant now, List<RoomCode> due) {
    while (!pending.isEmpty() && !pending.element().at.isAfter(now)) {
      Alarm alarm = pending.remove();
      if (earliest.remove(alarm.room, alarm.at)) {
        due.add(alarm.room);
      }
    }
  }

  /** How many alarms are set. */
  int pending() {
    synchronized (pending) {
      return pending.size();
    }
  }
}
