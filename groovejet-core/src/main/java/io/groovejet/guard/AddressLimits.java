package io.groovejet.guard;

import java.time.Duration;

/**
 * What is taken from all clients of one address together (protocol section 8). Rooms are counted by
 * lobbies that have their store to themselves.
 *
 * @param connections how many connections it may have
 * @param rooms how many rooms with somebody connected it may have made
 * @param desertedRooms how many rooms that it made are kept with nobody connected
 * @param wrongGuesses how many wrong room codes and passwords it has
 * @param guessesWithin in which time
 */
public record AddressLimits(
    int connections, int rooms, int desertedRooms, int wrongGuesses, Duration guessesWithin) {

  /** The protocol's defaults. */
  public static AddressLimits ofDefaults() {
    return new AddressLimits(100, 20, 100, 20, Duration.ofMinutes(10));
  }

  /** No limits, for benchmarks and tests only. */
  public static AddressLimits unlimited() {
    int most = Integer.MAX_VALUE;
    return new AddressLimits(most, most, most, most, Duration.ofMinutes(10));
  }
}
