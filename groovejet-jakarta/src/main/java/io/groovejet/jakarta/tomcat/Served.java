package io.groovejet.jakarta.tomcat;

import java.nio.ByteBuffer;

/** Somebody whose socket a {@link SelectorLoop} serves, all on its thread. */
interface Served {

  /** What the selector is to tell. */
  int interests();

  /** Reads a buffer of what there is, and returns whether there may be more that nobody tells. */
  boolean read(ByteBuffer buffer);

  /** The socket has room again, or seems to. */
  void writable();

  /** Ends the connection; ending it twice does nothing. */
  void hangUp();
}
