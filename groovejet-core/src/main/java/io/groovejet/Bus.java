package io.groovejet;

import io.groovejet.room.Effect;

/**
 * Leads from one lobby to the others that share its store. What is passed is carried out by {@link
 * Lobby#carryOut} over there.
 *
 * <p>Threads: any. Nothing blocks or throws. Effects of one room arrive in the order in which its
 * versions were written, whichever lobby wrote them; what is passed to a node that is gone is lost.
 */
@FunctionalInterface
public interface Bus {

  /** Has the lobby with that number carry out {@code effect}. */
  void pass(long node, Effect effect);
}
