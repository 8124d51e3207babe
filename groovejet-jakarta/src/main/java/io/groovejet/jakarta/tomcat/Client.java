package io.groovejet.jakarta.tomcat;

import io.groovejet.ClientSession;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** A client of the lobby on a socket of Tomcat's. */
record Client(Plug plug, ClientSession session, SocketWire wire, ClientFrames frames)
    implements Served {

  @Override
  public int interests() {
    return plug.isUnfinished()
        ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
        : SelectionKey.OP_READ;
  }

  @Override
  public boolean read(ByteBuffer buffer) {
    return frames.read(buffer);
  }

  @Override
  public void writable() {
    wire.writable();
  }

  @Override
  public void hangUp() {
    wire.hangUp();
  }
}
