package io.groovejet;

import io.groovejet.guard.AddressLimits;
import io.groovejet.guard.Guesses;
import io.groovejet.protocol.Address;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Knows who comes from where: connections by address, and wrong guesses of codes. */
final class Doorkeeper {

  private final ConcurrentMap<Address, Integer> connections = new ConcurrentHashMap<>();
  private final AddressLimits limits;
  private final Timekeeper timekeeper;
  private final Guesses guesses;
  private final Backlog backlog;
  private final Backlog incoming;

  Doorkeeper(LobbyOptions options, Backlog backlog) {
    this.backlog = backlog;
    this.incoming = new Backlog(options.limits().server().incomingBytes());
    this.limits = options.limits().perAddress();
    this.timekeeper = options.timekeeper();
    this.guesses = new Guesses(limits.wrongGuesses(), limits.guessesWithin());
  }

  /** What was sent of messages that are not complete. */
  Backlog incoming() {
    return incoming;
  }

  /** Whether so much waits to be written that nobody should be let in now. */
  boolean isTight() {
    return backlog.isTight();
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

  /** How long right and wrong codes of the address are refused alike; zero when they are not. */
  Duration lockedFor(Address address) {
    return guesses.lockedFor(address, timekeeper.now());
  }

  /** How many addresses are connected. */
  int addresses() {
    return connections.size();
  }
}
