package io.groovejet;

import java.util.ArrayList;
import java.util.List;

/** A listener that notes what it is told. */
final class Notes implements LobbyListener {

  private final List<LobbyEvent> events = new ArrayList<>();

  @Override
  public synchronized void told(LobbyEvent event) {
    events.add(event);
  }

  /** Takes what was told since the last call, oldest first. */
  synchronized List<LobbyEvent> take() {
    List<LobbyEvent> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  /** Takes what was told of rooms, and forgets the rest. */
  List<LobbyEvent> takeOfRooms() {
    return take().stream().filter(LobbyEvent.RoomEvent.class::isInstance).toList();
  }
}
