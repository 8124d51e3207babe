package io.groovejet.protocol;

/** What becomes of a room whose host does not come back (protocol section 6). */
public enum HostMigration {
  /** The server appoints the next host. */
  AUTOMATIC,
  /** A guest claims the vacancy. */
  MANUAL,
  /** Only the old host revives the room. */
  OFF
}
