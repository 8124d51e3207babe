package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.protocol.CloseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Whether one connection still lives and does something. */
final class Pulse {

  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(4);

  private final SignalingConnection connection;
  private final Limits limits;
  private final Timekeeper timekeeper;
  private final Consumer<CloseReason> giveUp;

  private volatile boolean heard; // something came since the last look
  private volatile boolean spoke; // a message came since the last look
  private volatile boolean assembling; // a message has begun and is not complete
  private volatile int messages; // how many were complete, or began: tells one from the next
  private volatile boolean quiet; // nothing came since the last probe
  private Instant heardAt; // written by looks only
  private Instant spokeAt; // written by looks only
  private Instant assembledAt; // written by looks only: when the message was first seen
  private int assembled; // written by looks only: which message that is
  private Instant pingAt; // written by looks only

  Pulse(
      SignalingConnection connection,
      Limits limits,
      Timekeeper timekeeper,
      Consumer<CloseReason> giveUp) {
    this.connection = connection;
    this.limits = limits;
    this.timekeeper = timekeeper;
    this.giveUp = giveUp;
    Instant now = timekeeper.now();
    this.heardAt = now;
    this.spokeAt = now;
    this.assembledAt = now;
    this.pingAt = now.plus(limits.pingInterval());
  }

  /** Something came. */
  void heard() {
    if (!heard || quiet) { // looked at first: reading is cheaper, and most often enough
      heard = true;
      quiet = false;
    }
  }

  /** A message came. */
  void spoke() {
    heard();
    if (!spoke || assembling) {
      spoke = true;
      assembling = false;
    }
  }

  /** A part of a message came, and it is not the last one. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written by the connection's own thread only
  void assembling() {
    if (!assembling) {
      messages++;
      assembling = true;
    }
  }

  /** Asks for a sign of life at once and waits for it a short while. */
  void probe() {
    quiet = true;
    connection.ping();
    timekeeper.wakeAt(timekeeper.now().plus(PROBE_PATIENCE), this::endProbe);
  }

  private void endProbe() {
    if (quiet) {
      giveUp.accept(CloseReason.SILENT);
    }
  }

  /** Gives the connection up if it is silent, or idle outside of rooms; pings it when due. */
  void look(Instant now, boolean inRoom) {
    if (heard) {
      heard = false;
      heardAt = now;
    }
    if (spoke || inRoom) {
      spoke = false;
      spokeAt = now;
    }
    if (isStuck(now)) {
      giveUp.accept(CloseReason.POLICY);
    } else if (!now.isBefore(heardAt.plus(limits.silence()))) {
      giveUp.accept(CloseReason.SILENT);
    } else if (!now.isBefore(spokeAt.plus(limits.idle()))) {
      giveUp.accept(CloseReason.IDLE);
    } else if (!now.isBefore(pingAt)) {
      pingAt = now.plus(limits.pingInterval());
      connection.ping();
    }
  }

  /** Whether one message has been on its way for too long. */
  private boolean isStuck(Instant now) {
    if (!assembling || assembled != messages) {
      assembled = messages;
      assembledAt = now;
      return false;
    }
    return !now.isBefore(assembledAt.plus(limits.assembly()));
  }
}
