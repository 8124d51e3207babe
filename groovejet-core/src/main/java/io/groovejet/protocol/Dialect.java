package io.groovejet.protocol;

/** The two ways to speak to the lobby (protocol section 2). */
public enum Dialect {
  /** Everything by messages; chosen by default and by the subprotocol {@code groovejet.v2}. */
  MESSAGE,
  /**
   * Role and room stand in the URL; chosen by the query or the subprotocol {@code groovejet.v1}.
   */
  URL
}
