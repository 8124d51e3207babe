package io.groovejet.protocol;

/** Why a client is no longer a member. */
public enum LeaveReason {
  /** It said so, or it had no seat to come back to. */
  LEFT,
  /** Its connection was lost and its grace is over. */
  TIMED_OUT,
  /** The host removed it. */
  REMOVED
}
