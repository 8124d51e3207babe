package io.groovejet.testkit;

import io.groovejet.SignalingConnection;
import io.groovejet.protocol.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection without a socket: keeps what is sent to it. Like a real one it takes nothing once it
 * is closed.
 */
public final class FakeConnection implements SignalingConnection {

  private final List<String> sent = new ArrayList<>();
  private @Nullable CloseReason closed; // once it is
  private int pings; // how many it got

  /** An open connection. */
  public FakeConnection() {}

  @Override
  public synchronized void send(byte[] utf8) {
    if (closed == null) {
      sent.add(new String(utf8, StandardCharsets.UTF_8));
    }
  }

  @Override
  public synchronized void ping() {
    pings++;
  }

  @Override
  public synchronized void close(CloseReason reason) {
    if (closed == null) {
      closed = reason;
    }
  }

  /** Takes what was sent since the last call, oldest first. */
  public synchronized List<String> takeSent() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /** Why it was closed, empty while it is open. */
  public synchronized Optional<CloseReason> closed() {
    return Optional.ofNullable(closed);
  }

  /** How many pings it got. */
  public synchronized int pings() {
    return pings;
  }
}
