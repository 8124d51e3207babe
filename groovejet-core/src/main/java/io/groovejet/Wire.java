package io.groovejet;

import io.groovejet.protocol.CloseReason;

/**
 * One open WebSocket as its container offers it: the only thing an adapter implements.
 *
 * <p>The lobby calls from any thread, but never writes a second message before the first one's
 * {@link Written} was told; queueing, its bounds (protocol section 8) and the order of messages are
 * the lobby's work. No method blocks or throws. {@link ClientSession#disconnected} may be called
 * from inside any of them.
 *
 * <p>Whoever has the socket has its wire: the lobby drops a wire later only if somebody else still
 * keeps it, so that sockets that are gone use no memory.
 */
public interface Wire {

  /**
   * Starts to write one text message, and tells {@code written} exactly once how it ended, from any
   * thread, also before this method returns.
   *
   * @param utf8 the message; shared, never to be written to
   */
  void write(byte[] utf8, Written written);

  /** Writes a ping (RFC 6455 section 5.5.2), without disturbing a message being written. */
  void ping();

  /**
   * Starts the closing handshake (RFC 6455 section 7.1.2). Called at most once, and not while a
   * message is being written, unless the client does not read: then {@link #drop} follows.
   */
  void close(CloseReason reason);

  /** Ends the TCP connection at once, whatever is under way. May be called more than once. */
  void drop();

  /**
   * Whether its socket has ended: then it need not be dropped. Asked in {@link
   * ClientSession#disconnected}; false where that cannot be known.
   */
  default boolean hasEnded() {
    return false;
  }

  /** What became of a message given to {@link Wire#write}. */
  interface Written {

    /**
     * The message was handed to the operating system, or waits to be together with others that may
     * have 16 KiB at most; the next may be written.
     */
    void done();

    /** The message could not be written; the socket is of no more use. */
    void failed();
  }
}
