package io.groovejet;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;

/**
 * All luck there is: what a lobby draws. Tests hold their own; every other implementation draws
 * what nobody can guess.
 *
 * <p>Threads: any.
 */
public interface Names {

  /** An id that no client has. */
  ClientId clientId();

  /** A code of {@code length} characters of {@link RoomCode#ALPHABET}; it may be taken. */
  RoomCode roomCode(int length);

  /** A number that no other lobby draws. */
  long node();

  /** A key to sign with, of {@code length} bytes. */
  byte[] key(int length);
}
