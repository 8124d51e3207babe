package io.groovejet.protocol;

/**
 * The limits a client is told with its identity.
 *
 * @param maxMessageBytes largest message, in bytes
 * @param maxSnapshotBytes largest snapshot, in bytes of JSON
 * @param messagesPerSecond messages a second it may send in the long run
 * @param messageBurst messages it may send at once
 */
public record IdentityLimits(
    int maxMessageBytes, int maxSnapshotBytes, int messagesPerSecond, int messageBurst) {}
