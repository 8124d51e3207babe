package io.groovejet.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far the search for a next host is.
 *
 * @param candidateId who is asked to become host, null when the role waits to be claimed
 * @param hostEpoch the number under which it will be host
 * @param timeout how long the candidate still has, null without one
 * @param reason why the role moves
 */
public record MigrationView(
    @Nullable ClientId candidateId,
    long hostEpoch,
    @Nullable Duration timeout,
    MigrationReason reason) {}
