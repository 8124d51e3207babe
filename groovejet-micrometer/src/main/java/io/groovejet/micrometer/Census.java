package io.groovejet.micrometer;

import io.groovejet.Lobby;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the members of all rooms, once for all who ask within a second. */
final class Census {

  private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

  private final Lobby lobby;
  private final AtomicReference<@Nullable Taken> latest = new AtomicReference<>();

  Census(Lobby lobby) {
    this.lobby = lobby;
  }

  Count taken() {
    long now = System.nanoTime();
    Taken last = latest.get();
    if (last != null && now - last.at() < GOOD_FOR) {
      return last.count();
    }
    Taken next = new Taken(count(), now);
    latest.set(next);
    return next.count();
  }

  private Count count() {
    try (Stream<Count> counts = lobby.rooms().map(Count::of)) {
      return counts.reduce(Count.NOBODY, Count::plus);
    }
  }

  private record Taken(Count count, long at) {}
}
