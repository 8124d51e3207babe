package io.groovejet.jakarta;

import io.groovejet.Wire;
import io.groovejet.protocol.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An open session as a wire. Pings and the close wait for the message being written: some
 * containers would block the caller until it is through.
 */
final class SessionWire implements Wire {

  private final Session session;
  private final RemoteEndpoint.Async remote;
  private final Executor pings;
  private final AtomicBoolean pinging = new AtomicBoolean(); // one ping at a time
  private volatile boolean dropped; // whatever still arrives ends the connection

  private final Object lock = new Object();
  private @Nullable Telling writing; // the message being written; this and below guarded by lock
  private @Nullable CloseReason closing; // to do when it is written
  private boolean pingDue; // to do when it is written

  private SessionWire(Session session, Executor pings) {
    this.session = session;
    this.remote = session.getAsyncRemote();
    this.pings = pings;
  }

  /** A wire over a session that was just opened. */
  static SessionWire over(Session session, Executor pings) {
    Timeouts.leaveToTheLobby(session);
    return new SessionWire(session, pings);
  }

  @Override
  public void write(byte[] utf8, Written written) {
    Telling telling = new Telling(written);
    synchronized (lock) {
      writing = telling;
    }
    try {
      remote.sendText(new String(utf8, StandardCharsets.UTF_8), telling);
    } catch (RuntimeException alreadyClosed) {
      telling.end(false);
    }
  }

  @Override
  public void ping() {
    synchronized (lock) {
      if (writing != null) {
        pingDue = true;
        return;
      }
    }
    if (pinging.compareAndSet(false, true)) {
      pings.execute(this::sendPing);
    }
  }

  @Override
  public void close(CloseReason reason) {
    synchronized (lock) {
      if (writing != null) {
        closing = reason;
        return;
      }
    }
    closeSession(reason.code(), reason.reason());
  }

  @Override
  public void drop() {
    dropped = true;
    Timeouts.giveUpAtOnce(session);
    if (!session.isOpen()) {
      return;
    }
    // Tomcat ends the connection when a close frame cannot be written in time, Jetty when an
    // abnormal close follows a close.
    closeSession(CloseCodes.NORMAL_CLOSURE.getCode(), "");
    closeSession(CloseCodes.UNEXPECTED_CONDITION.getCode(), "");
  }

  /**
   * Throws when the connection was dropped. Tomcat hangs up by that, where it would wait for the
   * answer to an earlier close and read on meanwhile.
   */
  void hangUpIfDropped() {
    if (dropped) {
      throw new HangUp("dropped");
    }
  }

  /** The session is closed: what is being written will not be. */
  void closed() {
    Telling telling;
    synchronized (lock) {
      telling = writing;
    }
    if (telling != null) {
      telling.end(false);
    }
  }

  private void closeSession(int code, String reason) {
    try {
      session.close(new jakarta.websocket.CloseReason(CloseCodes.getCloseCode(code), reason));
    } catch (IOException | RuntimeException alreadyClosed) {
      // what was asked for
    }
  }

  private void sendPing() {
    try {
      remote.sendPing(ByteBuffer.allocate(0));
    } catch (IOException | RuntimeException alreadyClosed) {
      // nobody to ask any more; the container reports it
    } finally {
      pinging.set(false);
    }
  }

  private void catchUp() {
    CloseReason reason;
    boolean ping;
    synchronized (lock) {
      writing = null;
      reason = closing;
      ping = pingDue;
      closing = null;
      pingDue = false;
    }
    if (reason != null) {
      closeSession(reason.code(), reason.reason());
    } else if (ping) {
      ping();
    }
  }

  /** Tells, once, how a message ended. */
  private final class Telling implements SendHandler {

    private final Written written;
    private final AtomicBoolean told = new AtomicBoolean();

    private Telling(Written written) {
      this.written = written;
    }

    @Override
    public void onResult(SendResult result) {
      end(result.isOK());
    }

    private void end(boolean done) {
      if (!told.compareAndSet(false, true)) {
        return;
      }
      catchUp();
      if (done) {
        written.done();
      } else {
        written.failed();
      }
    }
  }
}
