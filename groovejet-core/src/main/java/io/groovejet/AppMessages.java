package io.groovejet;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import org.jspecify.annotations.Nullable;

/**
 * Hears what clients say to the backend itself: {@code appMessage}. What the backend says to them
 * goes by {@link Supervisor#send}.
 *
 * <p>Threads: any, often a transport's; messages of one connection come one at a time and in order.
 * It returns soon: the client's next message waits for it.
 */
@FunctionalInterface
public interface AppMessages {

  /**
   * A client has said something.
   *
   * @param room the room it is in, null for none
   * @param message any JSON value; valid JSON, otherwise the client's word
   */
  void heard(Applicant from, @Nullable RoomCode room, Json message);
}
