package io.groovejet.room;

/**
 * What a guest last told of its peer-to-peer link to the host.
 *
 * @param epoch the host's epoch it speaks of
 * @param connected whether the link stands
 */
public record LinkReport(long epoch, boolean connected) {}
