package io.groovejet;

import io.groovejet.protocol.CloseReason;

/**
 * One open connection to a client, as the core sees it: the side a lobby speaks to.
 *
 * <p>Threads: all methods may be called from any thread, also from inside {@link
 * ClientSession#received}. Messages given one after the other are sent in that order.
 *
 * <p>All methods return at once and never throw. On a connection that is closed, closing or broken
 * they do nothing; that it broke is reported once, through {@link ClientSession#disconnected}.
 *
 * <p>Adapters of sockets normally implement the smaller {@link Wire} instead and let {@link
 * Lobby#connect(OpeningHandshake, Wire)} add the bounded queue.
 */
public interface SignalingConnection {

  /**
   * Sends one text message.
   *
   * @param utf8 the message as UTF-8; the array may be shared with other connections, so it is
   *     never written to and may be kept until it is sent
   */
  void send(byte[] utf8);

  /** Asks the peer for a sign of life with a ping (RFC 6455 section 5.5.2). */
  void ping();

  /**
   * Closes the connection, after what was already sent. Closing twice does nothing.
   *
   * @param reason what the client is told
   */
  void close(CloseReason reason);

  /**
   * The client has closed the connection, or is gone: what waits for it is discarded, and its
   * socket ends soon, whether or not it reads that its close is answered.
   */
  default void abandon() {}
}
