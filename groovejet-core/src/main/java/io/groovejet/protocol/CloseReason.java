package io.groovejet.protocol;

/**
 * Why the server closes a connection: a close code (RFC 6455 section 7.4) and a short reason.
 *
 * @param code the close code, 1000 to 4999
 * @param reason at most 123 bytes of ASCII, shown to developers
 */
public record CloseReason(int code, String reason) {

  /** The peer sent binary data, which this protocol has no use for (RFC 6455: 1003). */
  public static final CloseReason BINARY = new CloseReason(1003, "only text messages are spoken");

  /** The peer sent text that is not UTF-8 (RFC 6455: 1007). */
  public static final CloseReason BAD_UTF8 = new CloseReason(1007, "text is not UTF-8");

  /** The peer kept on breaking the rules (RFC 6455: 1008). */
  public static final CloseReason POLICY = new CloseReason(1008, "too many bad messages");

  /** The backend did not let the client in; the error before it says why (RFC 6455: 1008). */
  public static final CloseReason NOT_ADMITTED = new CloseReason(1008, "not let in");

  /** The peer sent a message above the size it was told (RFC 6455: 1009). */
  public static final CloseReason TOO_BIG = new CloseReason(1009, "message too big");

  /** The server is about to restart (IANA registry: 1012). */
  public static final CloseReason RESTART = new CloseReason(1012, "server restarts");

  /** The server has too much to do to keep what was sent (IANA registry: 1013). */
  public static final CloseReason BUSY = new CloseReason(1013, "too busy, try again later");

  /** A newer connection of the same client took over its seat. */
  public static final CloseReason REPLACED =
      new CloseReason(4001, "replaced by a newer connection");

  /** Connected for long without being in a room. */
  public static final CloseReason IDLE = new CloseReason(4002, "idle without a room");

  /** The client did not read what it was sent. */
  public static final CloseReason SLOW = new CloseReason(4003, "did not read what it was sent");

  /** Nothing was heard from the client for too long. */
  public static final CloseReason SILENT = new CloseReason(4004, "no sign of life");

  /** URL dialect: removed from the room, or the room closed. */
  public static final CloseReason ROOM_ENDED = new CloseReason(4007, "removed or room closed");

  /** URL dialect: the room could not be joined; the error before it says why. */
  public static final CloseReason JOIN_FAILED = new CloseReason(4008, "join failed");

  /** Checks the code's range and the reason's length. */
  public CloseReason {
    if (code < 1000 || code > 4999) {
      throw new IllegalArgumentException("not a close code: " + code);
    }
    if (reason.length() > 123) {
      throw new IllegalArgumentException("close reason is longer than 123 bytes: " + reason);
    }
  }
}
