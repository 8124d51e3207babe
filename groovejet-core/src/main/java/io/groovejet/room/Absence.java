package io.groovejet.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A held seat's client is away.
 *
 * @param since when its connection was lost
 * @param until when the seat is given up; null while the grace stands still
 */
public record Absence(Instant since, @Nullable Instant until) {}
