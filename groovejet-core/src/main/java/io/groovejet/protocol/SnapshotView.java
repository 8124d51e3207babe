package io.groovejet.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a snapshot before it loads it.
 *
 * @param snapshotVersion its number, which only grows within a room
 * @param hostEpoch the epoch of the host that saved it
 * @param age how long ago it was saved
 * @param sizeBytes its size in bytes of JSON
 * @param label what its host called it, null for nothing
 */
public record SnapshotView(
    long snapshotVersion, long hostEpoch, Duration age, int sizeBytes, @Nullable String label) {}
