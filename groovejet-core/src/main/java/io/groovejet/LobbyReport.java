package io.groovejet;

/**
 * How much a lobby holds.
 *
 * @param rooms rooms in its store
 * @param connections open connections
 * @param busyLanes rooms with work under way
 * @param pendingAlarms hints when to look at a room again; those of rooms that are no more fade
 *     when their time comes
 * @param snapshotBytes bytes of snapshots in its store
 */
public record LobbyReport(
    long rooms, int connections, int busyLanes, int pendingAlarms, long snapshotBytes) {}
