package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import java.time.Instant;

/**
 * A room waits for a host: first during the grace for the lost one, then dormant.
 *
 * @param previousHost who was host before
 * @param dormant whether the grace is over and nobody was found
 * @param until when the grace is over, or, dormant, when the room closes
 */
public record Vacancy(ClientId previousHost, boolean dormant, Instant until) {

  /** The host may come back until {@code until}. */
  static Vacancy grace(ClientId host, Instant until) {
    return new Vacancy(host, false, until);
  }

  /** Nobody was found; the room closes at {@code closesAt}. */
  static Vacancy dormant(ClientId host, Instant closesAt) {
    return new Vacancy(host, true, closesAt);
  }
}
