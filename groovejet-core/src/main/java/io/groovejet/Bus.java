package io.groovejet;

import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Effect;

/**
 * Leads from one lobby to the others that share its store. What is passed is carried out by {@link
 * Lobby#carryOut} over there.
 *
 * <p>Threads: any. Nothing blocks or throws. Effects travel with the write that decided them: those
 * of one room are carried out in the order in which its versions were written, whichever lobby
 * wrote them, and not at all if the write did not happen. What is passed to a node that is gone is
 * lost.
 */
@FunctionalInterface
public interface Bus {

  /** Has the lobby with that number carry out what {@code room} decided. */
  void pass(long node, RoomCode room, Effect effect);
}
