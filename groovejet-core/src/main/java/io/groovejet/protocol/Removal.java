package io.groovejet.protocol;

/** How the host sent a client away. */
public enum Removal {
  /** It may come back. */
  REMOVED,
  /** It may not. */
  BANNED
}
