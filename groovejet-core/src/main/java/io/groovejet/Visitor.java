package io.groovejet;

import io.groovejet.protocol.Address;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection as the doorkeeper sees it: somebody from an address. */
record Visitor(Address address, Doorkeeper doorkeeper) {

  /** The connection has begun; whether its address may have one more. */
  boolean enters() {
    return doorkeeper.enters(address);
  }

  /** Whether nobody should be let into a room now. */
  boolean isUnwelcome() {
    return doorkeeper.isTight();
  }

  /** How long right and wrong codes are refused alike; null when they are not. */
  @Nullable Duration lockedFor() {
    Duration wait = doorkeeper.lockedFor(address);
    return wait.isZero() ? null : wait;
  }

  /** A code or a password was wrong. */
  void guessedWrong() {
    doorkeeper.guessedWrong(address);
  }

  /** The connection has ended. */
  void leaves() {
    doorkeeper.leaves(address);
  }
}
