package io.groovejet.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A room's snapshots.
 *
 * @param headers the kept ones, oldest first
 * @param lastVersion the largest number given, which is never given again
 * @param busyUntil when the saves made so far would be spread at the allowed rate; null for never
 */
public record SnapshotShelf(
    List<SnapshotHeader> headers, long lastVersion, @Nullable Instant busyUntil) {

  /** How many are kept. */
  static final int GENERATIONS = 3;

  /** No snapshot yet. */
  static final SnapshotShelf EMPTY = new SnapshotShelf(List.of(), 0, null);

  private static final Pace PACE = new Pace(Duration.ofSeconds(1), 3);

  /** Copies the list. */
  public SnapshotShelf {
    headers = List.copyOf(headers);
  }

  /** The newest one. */
  Optional<SnapshotHeader> latest() {
    return headers.isEmpty() ? Optional.empty() : Optional.of(headers.get(headers.size() - 1));
  }

  /** That one, or the newest for null. */
  Optional<SnapshotHeader> find(@Nullable Long version) {
    return version == null
        ? latest()
        : headers.stream().filter(header -> header.version() == version).findFirst();
  }

  /** How long a save has to wait to keep to the rate: one a second, three at once. */
  Duration wait(Instant now) {
    return PACE.wait(busyUntil, now);
  }

  /** The shelf with one more; the oldest goes when there are too many. */
  SnapshotShelf with(SnapshotHeader header, Instant now) {
    List<SnapshotHeader> all = new ArrayList<>(headers);
    all.add(header);
    List<SnapshotHeader> kept = all.subList(Math.max(0, all.size() - GENERATIONS), all.size());
    return new SnapshotShelf(kept, header.version(), PACE.after(busyUntil, now));
  }
}
