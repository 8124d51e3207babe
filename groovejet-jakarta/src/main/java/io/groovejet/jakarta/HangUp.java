package io.groovejet.jakarta;

/**
 * Makes a container end a handshake or a connection. It has no stack trace, so that clients cannot
 * fill logs with them.
 */
final class HangUp extends RuntimeException {

  private static final long serialVersionUID = 1;

  HangUp(String why) {
    super(why, null, false, false);
  }
}
