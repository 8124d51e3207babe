package io.groovejet;

import io.groovejet.guard.AddressLimits;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.RoomCode;
import io.groovejet.room.Client;
import io.groovejet.room.Room;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Which rooms count for which address: those it made, with and without anybody connected. */
final class Estates {

  private final ConcurrentMap<Address, Estate> estates = new ConcurrentHashMap<>();
  private final AddressLimits limits;

  /** The rooms of one address. Seen by one thread at a time. */
  private static final class Estate {
    private final Set<RoomCode> inhabited = new HashSet<>();
    private final Map<RoomCode, Boolean> deserted = new LinkedHashMap<>(); // to having a snapshot

    private boolean isEmpty() {
      return inhabited.isEmpty() && deserted.isEmpty();
    }
  }

  Estates(AddressLimits limits) {
    this.limits = limits;
  }

  /** Whether the address has all the rooms it may have with somebody connected. */
  boolean isFull(Address maker) {
    int[] rooms = new int[1];
    estates.computeIfPresent(
        maker,
        (key, estate) -> {
          rooms[0] = estate.inhabited.size();
          return estate;
        });
    return rooms[0] >= limits.rooms();
  }

  /**
   * A room is another one now, or is no more.
   *
   * @return a deserted room that is one too many and is to go
   */
  Optional<RoomCode> follow(@Nullable Room before, @Nullable Room now) {
    Room known = now == null ? before : now;
    Address maker = known == null ? null : known.settings().maker();
    if (known == null || maker == null || isSame(before, now)) {
      return Optional.empty();
    }
    RoomCode[] tooMany = new RoomCode[1];
    estates.compute(
        maker,
        (key, held) -> {
          Estate estate = held == null ? new Estate() : held;
          enter(estate, known.code(), now);
          tooMany[0] = oneTooMany(estate);
          return estate.isEmpty() ? null : estate;
        });
    return Optional.ofNullable(tooMany[0]);
  }

  /** How many addresses have rooms. */
  int addresses() {
    return estates.size();
  }

  private static boolean isSame(@Nullable Room before, @Nullable Room now) {
    return before != null
        && now != null
        && isInhabited(before) == isInhabited(now)
        && hasSnapshot(before) == hasSnapshot(now);
  }

  private static void enter(Estate estate, RoomCode code, @Nullable Room now) {
    if (now != null && !isInhabited(now)) {
      estate.inhabited.remove(code);
      estate.deserted.put(code, hasSnapshot(now));
      return;
    }
    estate.deserted.remove(code);
    if (now == null) {
      estate.inhabited.remove(code);
    } else {
      estate.inhabited.add(code);
    }
  }

  private @Nullable RoomCode oneTooMany(Estate estate) {
    if (estate.deserted.size() <= limits.desertedRooms()) {
      return null;
    }
    return estate.deserted.entrySet().stream()
        .filter(room -> !room.getValue())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static boolean isInhabited(Room room) {
    return room.clients().stream().anyMatch(Client::connected);
  }

  private static boolean hasSnapshot(Room room) {
    return !room.snapshots().headers().isEmpty();
  }
}
