package io.groovejet.jakarta;

import jakarta.websocket.Session;
import java.time.Duration;

/** The containers' own timeouts. Properties of one container mean nothing to the others. */
final class Timeouts {

  private static final int NEVER = -1;
  private static final int AT_ONCE = 1;

  private static final String TOMCAT = "org.apache.tomcat.websocket.";
  // How long a pong, a ping or a normal close may wait for a peer that does not read.
  private static final String BLOCKING_SEND = TOMCAT + "BLOCKING_SEND_TIMEOUT";
  private static final Duration BLOCKED_SEND = Duration.ofSeconds(5);
  // The same for any other close. With Tomcat's 50 ms a busy machine sends none.
  private static final String CLOSE_SEND = TOMCAT + "ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT";
  private static final Duration BLOCKED_CLOSE = Duration.ofMillis(500);
  // How long to wait for the answer to a close; looked at every ten seconds.
  private static final String SESSION_CLOSE = TOMCAT + "SESSION_CLOSE_TIMEOUT";
  private static final Duration UNANSWERED_CLOSE = Duration.ofSeconds(2);

  private Timeouts() {}

  /** Nothing of the container's ends this session while the lobby keeps it. */
  static void leaveToTheLobby(Session session) {
    session.setMaxIdleTimeout(NEVER);
    session.getAsyncRemote().setSendTimeout(NEVER);
    session.getUserProperties().put(BLOCKING_SEND, BLOCKED_SEND.toMillis());
    session.getUserProperties().put(CLOSE_SEND, BLOCKED_CLOSE.toMillis());
    session.getUserProperties().put(SESSION_CLOSE, UNANSWERED_CLOSE.toMillis());
  }

  /**
   * From now on nothing waits for the peer. Undertow ends even a session by it that is closed for
   * the application already.
   */
  static void giveUpAtOnce(Session session) {
    try {
      session.setMaxIdleTimeout(AT_ONCE);
      session.getUserProperties().put(BLOCKING_SEND, 0L);
    } catch (RuntimeException alreadyClosed) {
      // as intended
    }
  }
}
