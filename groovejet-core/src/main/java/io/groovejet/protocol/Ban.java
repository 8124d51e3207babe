package io.groovejet.protocol;

/** Whom a host shuts out for the room's life. Weak by nature: identities are free. */
public enum Ban {
  /** The identity of the removed client. */
  IDENTITY,
  /** Also its address, for whoever has no seat; it may stand for many people. */
  ADDRESS
}
