package io.groovejet.protocol;

/** Why the role of host moves. */
public enum MigrationReason {
  /** The host's connection was lost and its grace is over. */
  HOST_LOST,
  /** The host left the room. */
  HOST_LEFT,
  /** The host hands its role over. */
  TRANSFER
}
