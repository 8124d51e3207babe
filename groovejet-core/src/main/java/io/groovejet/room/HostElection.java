package io.groovejet.room;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked first when a room needs a host.
 *
 * <p>Pure: the same clients give the same answer, on every node; it neither blocks nor throws. Part
 * of a room's decision, so it runs for one room at a time.
 */
@FunctionalInterface
public interface HostElection {

  /**
   * Chooses among those who can be asked.
   *
   * @param eligible connected guests that can host and were not asked before, in joining order
   * @return one of them, or empty to ask nobody
   */
  Optional<Client> elect(List<Client> eligible);

  /** The protocol's rule: the highest priority, then whoever is longest in the room. */
  static HostElection byPriority() {
    return eligible ->
        eligible.stream().min(Comparator.comparingInt(Client::hostPriority).reversed());
  }
}
