package io.groovejet.room;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command made of a room.
 *
 * @param room the room as it is now, null when it is no more
 * @param effects what is to be done about it, in order, once the room is stored
 */
public record Transition(@Nullable Room room, List<Effect> effects) {

  /** Copies the list. */
  public Transition {
    effects = List.copyOf(effects);
  }

  /** The room as it is now, empty when it is no more. */
  public Optional<Room> next() {
    return Optional.ofNullable(room);
  }
}
