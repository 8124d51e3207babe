package io.groovejet;

import io.groovejet.protocol.CloseReason;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The text message a client is sending: collects its parts for a transport that receives them one
 * by one, and rejects the client as soon as they are more than it may send.
 *
 * <p>One thread at a time. Between messages it holds no memory.
 */
public final class IncomingText {

  private static final byte[] NOTHING = {};
  private static final int CRUMB = 256; // a part below this is one; networks cut no smaller
  private static final int FEW_CRUMBS = 16; // of a message, where buffers end

  private final ClientSession session;
  private byte[] parts = NOTHING; // grows while a message comes in
  private int size; // how much of parts is filled
  private int crumbs; // how many of its parts so far
  private boolean assembling; // the session knows of a part
  private boolean rejected; // what follows is of no interest

  /** The messages of one connection. */
  public IncomingText(ClientSession session) {
    this.session = session;
  }

  /**
   * Takes the next part of the message, reading {@code part} to its end.
   *
   * @param last whether the message is complete with it and goes to the session
   */
  public void add(ByteBuffer part, boolean last) {
    if (rejected) {
      return;
    }
    if ((long) size + part.remaining() > session.maxMessageBytes()) {
      reject(CloseReason.TOO_BIG);
      return;
    }
    if (!last && part.remaining() < CRUMB && ++crumbs > FEW_CRUMBS && !session.affordsCrumb()) {
      reject(CloseReason.POLICY);
      return;
    }
    append(part);
    if (last) {
      byte[] message = size == parts.length ? parts : Arrays.copyOf(parts, size);
      forget();
      session.received(message);
      return;
    }
    assembling = true;
    if (!session.assembling(parts.length)) {
      rejected = true;
      forget();
    }
  }

  /** Rejects the client, whose message is none this protocol knows; further parts are ignored. */
  public void reject(CloseReason reason) {
    rejected = true;
    forget();
    session.reject(reason);
  }

  private void append(ByteBuffer part) {
    int needed = size + part.remaining();
    if (needed > parts.length) {
      parts = Arrays.copyOf(parts, size == 0 ? needed : Math.max(needed, 2 * size));
    }
    int length = part.remaining();
    part.get(parts, size, length);
    size += length;
  }

  private void forget() {
    if (assembling) {
      session.assembled();
    }
    assembling = false;
    parts = NOTHING;
    size = 0;
    crumbs = 0;
  }
}
