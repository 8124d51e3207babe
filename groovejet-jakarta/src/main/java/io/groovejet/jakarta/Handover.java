package io.groovejet.jakarta;

import io.groovejet.OpeningHandshake;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;

/**
 * Carries an accepted handshake to the connection that comes of it, in the user properties, which
 * every handshake has for itself (Jakarta WebSocket 2.1, section 3.1.7).
 */
final class Handover {

  private static final String KEY = OpeningHandshake.class.getName();

  private Handover() {}

  /** Leaves it for the connection. */
  static void leave(EndpointConfig ofOneHandshake, OpeningHandshake handshake) {
    ofOneHandshake.getUserProperties().put(KEY, handshake);
  }

  /** Takes what was left for this connection. */
  static OpeningHandshake take(Session session) {
    if (session.getUserProperties().remove(KEY) instanceof OpeningHandshake handshake) {
      return handshake;
    }
    throw new IllegalStateException("opened without a handshake: " + session.getId());
  }
}
