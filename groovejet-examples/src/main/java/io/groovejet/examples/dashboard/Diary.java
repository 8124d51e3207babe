package io.groovejet.examples.dashboard;

import io.groovejet.EventLine;
import io.groovejet.LobbyEvent;
import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyEvent.ConnectionOpened;
import io.groovejet.LobbyEvent.SnapshotSaved;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** The latest events in words; of what happens all the time, such as snapshots, nothing. */
final class Diary {

  private static final int LINES = 60;
  private static final Set<Class<? extends LobbyEvent>> ALL_THE_TIME =
      Set.of(SnapshotSaved.class, ConnectionOpened.class, ConnectionClosed.class);

  private final Queue<EventLine> lines = new ArrayDeque<>(); // guarded by this, oldest first

  /** The lines, newest first. */
  synchronized List<EventLine> lines() {
    List<EventLine> newestFirst = new ArrayList<>(lines);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  synchronized void note(LobbyEvent event) {
    if (ALL_THE_TIME.contains(event.getClass())) {
      return;
    }
    lines.add(EventLine.of(event));
    if (lines.size() > LINES) {
      lines.remove();
    }
  }
}
