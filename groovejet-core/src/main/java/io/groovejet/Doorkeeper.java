package io.groovejet;

import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Guesses;
import io.groovejet.protocol.Address;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Knows who comes from where: connections by address, and wrong guesses of codes. */
final class Doorkeeper {

  private final ConcurrentMap<Address, Integer> connections = new ConcurrentHashMap<>();
  private final AddressLimits limits;
  private final Timekeeper timekeeper;
  private final Guesses guesses;
  private final Turnstile turnstile;
  private final Backlog queued;
  private final Backlog incoming;

  /**
   * Nobody has come yet.
   *
   * @param queued what waits to be written to all clients
   * @param incoming what all clients have sent of messages that are not complete
   */
  Doorkeeper(AddressLimits limits, Timekeeper timekeeper, Backlog queued, Backlog incoming) {
    this.limits = limits;
    this.timekeeper = timekeeper;
    this.queued = queued;
    this.incoming = incoming;
    this.guesses = new Guesses(limits.wrongGuesses(), limits.guessesWithin());
    this.turnstile = new Turnstile(guesses, timekeeper);
  }

  /** What was sent of messages that are not complete. */
  Backlog incoming() {
    return incoming;
  }

  /** Whether so much waits to be written that nobody should be let in now. */
  boolean isTight() {
    return queued.isTight();
  }

  /** Whether the address has all the connections it may have. */
  boolean isFull(Address address) {
    return connections.getOrDefault(address, 0) >= limits.connections();
  }

  /** One more connection; whether it is within the limit. */
  boolean enters(Address address) {
    return connections.merge(address, 1, Integer::sum) <= limits.connections();
  }

  /** One connection less. */
  void leaves(Address address) {
    connections.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  /** A room code or a password was wrong. */
  void guessedWrong(Address address) {
    guesses.wrong(address, timekeeper.now());
  }

  /** Somebody from the address tries a room code. */
  void guesses(Address address, Turnstile.Guess guess) {
    turnstile.enter(address, guess);
  }

  /** How many addresses are connected, and how many guess right now. */
  int addresses() {
    return connections.size() + turnstile.addresses();
  }
}
