package io.groovejet.jakarta.tomcat;

import io.groovejet.ClientSession;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** A client of the lobby on a socket of Tomcat's. */
record Client(Plug plug, ClientSession session, SocketWire wire, ClientFrames frames)
    implements Served {

  @Override
  public int interests() {
    int read = frames.goOn() ? SelectionKey.OP_READ : 0;
    return plug.isUnfinished() ? read | SelectionKey.OP_WRITE : read;
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
