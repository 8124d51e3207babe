package io.groovejet.protocol;

/** Why no next host was appointed. */
public enum MigrationFailure {
  /** No connected guest can host. */
  NO_CANDIDATE,
  /** The room waits for a guest to claim the role. */
  VACANT,
  /** The room's mode is off. */
  OFF
}
