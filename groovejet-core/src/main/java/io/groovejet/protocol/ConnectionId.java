package io.groovejet.protocol;

/**
 * Names one connection, so that what is said of an old socket never touches a newer one of the same
 * client. Never on the wire.
 *
 * @param node a random number of the lobby that accepted the connection
 * @param serial the how manieth connection of that lobby it is
 */
public record ConnectionId(long node, long serial) {}
