package io.groovejet.protocol;

/**
 * A public room, as whoever looks for one sees it.
 *
 * @param room its settings
 * @param clientCount how many seats are taken, the host's included
 */
public record ListedRoom(RoomView room, int clientCount) {}
