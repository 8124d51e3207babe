package io.groovejet;

/**
 * How much a lobby holds.
 *
 * @param rooms rooms in its store
 * @param connections open connections
 * @param sockets sockets that have not ended: more than connections while some of those that were
 *     told to close have still to hear it
 * @param busyLanes rooms with work under way
 * @param pendingAlarms hints when to look at a room again; those of rooms that are no more fade
 *     when their time comes
 * @param listedRooms rooms that whoever looks for one finds
 * @param snapshotBytes bytes of snapshots in its store
 * @param addresses addresses that have a connection or a room
 * @param waitingBytes bytes that wait to be written, or for the rest of their message
 */
public record LobbyReport(
    long rooms,
    int connections,
    int sockets,
    int busyLanes,
    int pendingAlarms,
    int listedRooms,
    long snapshotBytes,
    int addresses,
    long waitingBytes) {

  /** What a lobby holds when everybody has left and every grace is over. */
  public static final LobbyReport NOTHING = new LobbyReport(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
