package io.groovejet;

import io.groovejet.codec.Attributes;
import io.groovejet.protocol.ClientMessage;
import io.groovejet.protocol.ClientMessage.ListRooms;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.ListedRoom;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage.RoomList;
import io.groovejet.room.Room;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The public rooms, newest first. A look at it costs the same whether there are a hundred or a
 * hundred thousand: it sees a bounded number of them and says where to go on. From any thread.
 */
final class Showcase {

  private static final int MOST_SEEN = 5_000;
  private static final int MOST_BYTES = 128 * 1024;
  private static final int FRAME_BYTES = 256; // of the message, and of each room without metadata

  private final NavigableMap<Place, Exhibit> exhibits = new ConcurrentSkipListMap<>();

  /** Where a room stands: newer rooms before older ones, so that no place ever moves. */
  record Place(Instant openedAt, RoomCode code) implements Comparable<Place> {

    private static Place of(Room room) {
      return new Place(room.settings().openedAt(), room.code());
    }

    /** The place a cursor names, empty when it names none. */
    static Optional<Place> parse(String cursor) {
      String[] parts = cursor.split("\\.", -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
      try {
        Instant openedAt =
            Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        return RoomCode.parse(parts[2]).map(code -> new Place(openedAt, code));
      } catch (NumberFormatException | DateTimeException | ArithmeticException foreign) {
        return Optional.empty();
      }
    }

    String cursor() {
      return openedAt.getEpochSecond() + "." + openedAt.getNano() + "." + code.value();
    }

    @Override
    public int compareTo(Place other) {
      int newerFirst = other.openedAt.compareTo(openedAt);
      return newerFirst != 0 ? newerFirst : code.value().compareTo(other.code.value());
    }
  }

  private record Exhibit(ListedRoom room, Attributes attributes) {

    int bytes() {
      Json metadata = room.room().metadata();
      return FRAME_BYTES + (metadata == null ? 0 : metadata.size());
    }
  }

  /** Keeps in step with a room: as it was, null for a new one; as it is, null when it is over. */
  void follow(@Nullable Room before, @Nullable Room room) {
    if (room != null && room.isListed()) {
      exhibits.compute(Place.of(room), (place, shown) -> exhibit(room, shown));
    } else if (before != null && before.isListed()) {
      exhibits.remove(Place.of(before));
    }
  }

  int size() {
    return exhibits.size();
  }

  /**
   * Some of the rooms asked for. A list may hold fewer than asked for, or none, and go on all the
   * same.
   *
   * @param after behind which place it begins, null for the beginning
   */
  RoomList list(ListRooms asked, @Nullable Place after) {
    Attributes wanted = Attributes.of(asked.filter());
    int most = asked.limit() == null ? ClientMessage.MAX_LISTED : asked.limit();
    NavigableMap<Place, Exhibit> rest = after == null ? exhibits : exhibits.tailMap(after, false);
    List<ListedRoom> found = new ArrayList<>();
    int bytes = FRAME_BYTES;
    Place last = after;
    Iterator<Map.Entry<Place, Exhibit>> next = rest.entrySet().iterator();
    for (int seen = 0; next.hasNext(); seen++) {
      Map.Entry<Place, Exhibit> entry = next.next();
      boolean matches = entry.getValue().attributes.matches(wanted);
      int size = matches ? entry.getValue().bytes() : 0;
      if (last != null
          && (found.size() == most || seen == MOST_SEEN || bytes + size > MOST_BYTES)) {
        return new RoomList(found, last.cursor());
      }
      if (matches) {
        found.add(entry.getValue().room);
        bytes += size;
      }
      last = entry.getKey();
    }
    return new RoomList(found, null);
  }

  @SuppressWarnings("ReferenceEquality") // the metadata of a room stays the same object
  private static Exhibit exhibit(Room room, @Nullable Exhibit shown) {
    Json metadata = room.settings().metadata();
    Attributes attributes =
        shown != null && shown.room.room().metadata() == metadata
            ? shown.attributes
            : Attributes.of(metadata);
    return new Exhibit(new ListedRoom(room.view(), room.clients().size()), attributes);
  }
}
