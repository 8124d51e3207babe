package io.groovejet;

import io.groovejet.protocol.Address;

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

  /** Tries a room code. */
  void guesses(Turnstile.Guess guess) {
    doorkeeper.guesses(address, guess);
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
