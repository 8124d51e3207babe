package io.groovejet;

import io.groovejet.protocol.RoomCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Remembers when which room wants to be looked at. Hints only: none is ever cancelled. */
final class Alarms {

  private final PriorityQueue<Alarm> pending = new PriorityQueue<>(Comparator.comparing(Alarm::at));
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
      pending.add(new Alarm(at, room));
      if (!at.isBefore(wakesAt)) {
        return;
      }
      wakesAt = at;
    }
    timekeeper.wakeAt(at, this::wake);
  }

  private void wake() {
    List<RoomCode> due = new ArrayList<>();
    Instant now = timekeeper.now();
    Instant next;
    synchronized (pending) {
      Alarm first = pending.peek();
      while (first != null && !first.at.isAfter(now)) {
        due.add(pending.remove().room);
        first = pending.peek();
      }
      next = first == null ? Instant.MAX : first.at;
      wakesAt = next;
    }
    if (next.isBefore(Instant.MAX)) {
      timekeeper.wakeAt(next, this::wake);
    }
    due.forEach(ring);
  }

  /** How many alarms are set. */
  int pending() {
    synchronized (pending) {
      return pending.size();
    }
  }
}
