package io.groovejet;

import io.groovejet.codec.Utf8;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.ServerMessage.Failed;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One connection of one client: what a transport reports to. Holds the client to its limits.
 *
 * <p>Threads: calls for one connection come one at a time and in the order of what happened; no
 * call blocks, with a store that does not. A message is dealt with before the next one of the same
 * connection.
 */
public final class ClientSession {

  private final Party party;
  private final Pulse pulse;
  private final Allowance allowance;
  private @Nullable Runnable ended; // guarded by this: to be told once

  ClientSession(Party party, Runnable ended) {
    this.party = party;
    this.ended = ended;
    this.pulse = party.pulse();
    this.allowance = party.allowance();
  }

  /**
   * A text message has arrived, whole.
   *
   * @param utf8 its bytes; what is not well-formed UTF-8 closes the connection with 1007. The array
   *     is the lobby's from now on: signals are passed on out of it
   */
  public void received(byte[] utf8) {
    pulse.spoke();
    party.meter().received(utf8.length);
    if (party.isOver()) {
      return;
    }
    if (utf8.length > maxMessageBytes()) {
      reject(CloseReason.TOO_BIG);
    } else if (allowance.affords(utf8.length, this::limited)) {
      take(utf8);
    }
  }

  /** A text message has arrived, whole, by a transport that has it as a string. */
  public void received(String text) {
    received(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Anything else has arrived, such as a part of a message: the client lives. */
  public void heard() {
    pulse.heard();
  }

  /**
   * A ping or a pong has arrived: it counts as a message does.
   *
   * @return whether a ping is to be answered; it is dropped where a message would be
   */
  public boolean heardControl() {
    pulse.heard();
    return !party.isOver() && allowance.affords(0, this::limited);
  }

  /** Nothing is said or heard any more: its socket ends, or is reset soon. */
  boolean isOver() {
    return party.isOver();
  }

  /** One small part of a message of many: it counts as one, but cannot be dropped as one. */
  boolean affordsCrumb() {
    boolean affords = party.isOver() || allowance.affords(0, anyway -> {});
    if (!affords) {
      party.news().limited(true);
    }
    return affords;
  }

  /** A part of a message has arrived, and more is to come; whether it is still of interest. */
  boolean assembling(int kept) {
    pulse.assembling();
    party.intake().keeps(kept);
    return !party.isOver();
  }

  /** The message is complete, or not awaited any more. */
  void assembled() {
    party.intake().keeps(0);
  }

  /** The client broke the rules of the transport: it is told why, and is gone. */
  public void reject(CloseReason reason) {
    party.reject(reason);
  }

  /**
   * The connection has ended, however it did. Nothing is sent to it any more. Further calls do
   * nothing.
   */
  public void disconnected() {
    party.disconnected();
    Runnable first;
    synchronized (this) {
      first = ended;
      ended = null;
    }
    if (first != null) {
      first.run();
    }
  }

  /**
   * How many bytes a message of this client may have now. It changes with the client's role, so
   * transports ask while a message comes in.
   */
  public int maxMessageBytes() {
    return allowance.maxMessageBytes();
  }

  Party party() {
    return party;
  }

  /** It sends too much, and was not told so in the last second. */
  private void limited(boolean forTooLong) {
    party.news().limited(forTooLong);
    if (forTooLong) {
      reject(CloseReason.POLICY);
    } else {
      party.write(new Failed(Refusal.of(ErrorType.RATE_LIMITED)), null);
    }
  }

  private void take(byte[] utf8) {
    if (Utf8.isWellFormed(utf8)) {
      party.hear(utf8);
    } else {
      reject(CloseReason.BAD_UTF8);
    }
  }

  @Override
  public String toString() {
    return "ClientSession[" + party.id().serial() + "]";
  }
}
