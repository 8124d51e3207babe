package io.groovejet.room;

import io.groovejet.protocol.SnapshotView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a room knows of a snapshot; its bytes are in the snapshot store.
 *
 * @param version its number in the room
 * @param hostEpoch the epoch of the host that saved it
 * @param savedAt when it was saved
 * @param sizeBytes its size in bytes of JSON
 * @param label what its host called it, null for nothing
 * @param blob the name of its bytes in the store
 */
public record SnapshotHeader(
    long version,
    long hostEpoch,
    Instant savedAt,
    int sizeBytes,
    @Nullable String label,
    long blob) {

  /** What a client is told of it. */
  SnapshotView view(Instant now) {
    Duration age = now.isBefore(savedAt) ? Duration.ZERO : Duration.between(savedAt, now);
    return new SnapshotView(version, hostEpoch, age, sizeBytes, label);
  }
}
