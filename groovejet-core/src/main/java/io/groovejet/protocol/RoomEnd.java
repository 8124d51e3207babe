package io.groovejet.protocol;

/** Why a room closed. */
public enum RoomEnd {
  /** The host closed it. */
  CLOSED,
  /** Nobody became host for too long. */
  HOST_TIMEOUT,
  /** The host left and nobody else could host. */
  HOST_LEFT,
  /** The server closed it. */
  SERVER
}
