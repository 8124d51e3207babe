package io.groovejet.benchmarks.load;

import java.nio.ByteBuffer;

/** What a connection tells, on the crowd's thread. */
interface Ears {

  /** The WebSocket is open. */
  void opened();

  /**
   * A text has come.
   *
   * @param text its bytes, valid until this returns
   */
  void heard(ByteBuffer text);

  /** The connection has ended, however it did. */
  void ended();
}
