package io.groovejet.examples.dashboard;

import io.groovejet.Lobby;
import io.groovejet.LobbyReport;
import io.groovejet.LobbyTraffic;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** How a lobby was in the last five minutes, second by second. */
final class History {

  private static final int SAMPLES = 301; // one more than there are seconds between them

  private final Queue<Sample> samples = new ArrayDeque<>(); // guarded by this, oldest first
  private final Lobby lobby;
  private final Tally tally;

  /**
   * One moment.
   *
   * @param counts how often what has happened until then
   */
  record Sample(Instant at, LobbyReport report, LobbyTraffic traffic, Map<Count, Long> counts) {

    Sample {
      counts = Map.copyOf(counts);
    }

    long count(Count what) {
      return counts.getOrDefault(what, 0L);
    }
  }

  History(Lobby lobby, Tally tally) {
    this.lobby = lobby;
    this.tally = tally;
  }

  /** How it is now. */
  Sample now() {
    return new Sample(Instant.now(), lobby.report(), lobby.traffic(), tally.counts());
  }

  /** Adds how it is now. */
  void add() {
    Sample sample = now();
    synchronized (this) {
      samples.add(sample);
      if (samples.size() > SAMPLES) {
        samples.remove();
      }
    }
  }

  /** The samples there are, oldest first. */
  synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }
}
