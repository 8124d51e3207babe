package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.ListRooms;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage.RoomList;
import io.groovejet.room.Caller;
import io.groovejet.room.Opening;
import io.groovejet.room.Room;
import io.groovejet.room.RoomSettings;
import io.groovejet.room.RoomTimers;
import io.groovejet.testkit.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists of many rooms. */
final class ShowcaseTest {

  private static final String SIGNS = "3467bcdfghjkmnpqrstvwxz";

  private final Showcase showcase = new Showcase();

  @Test
  void everyRoomIsFoundOnceAtWhateverPace() {
    for (int i = 0; i < 1_000; i++) {
      showcase.follow(null, room(i, "{}"));
    }

    List<String> found = walk(new ListRooms(null, 7, null));

    assertThat(found).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(found.get(0)).isEqualTo(code(999).value());
    assertThat(found.get(999)).isEqualTo(code(0).value());
  }

  @Test
  void oneLookSeesSoManyRoomsAndGoesOn() {
    for (int i = 0; i < 12_000; i++) {
      showcase.follow(null, room(i, i == 0 ? "{\"rare\":true}" : "{}"));
    }
    ListRooms rare = new ListRooms(Json.of("{\"rare\":true}"), null, null);

    RoomList first = showcase.list(rare, null);

    assertThat(first.rooms()).isEmpty();
    assertThat(first.cursor()).isNotNull();
    assertThat(walk(rare)).containsExactly(code(0).value());
  }

  @Test
  void aListIsCutAtItsSize() {
    String metadata = "{\"x\":\"" + "x".repeat(4_000) + "\"}";
    for (int i = 0; i < 100; i++) {
      showcase.follow(null, room(i, metadata));
    }

    RoomList first = showcase.list(new ListRooms(null, null, null), null);

    assertThat(first.rooms()).hasSizeBetween(28, 32);
    assertThat(walk(new ListRooms(null, null, null))).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoLongerListedIsGone() {
    Room open = room(1, "{}");
    showcase.follow(null, open);
    showcase.follow(open, null);

    assertThat(showcase.size()).isZero();
  }

  private List<String> walk(ListRooms asked) {
    List<String> found = new ArrayList<>();
    Showcase.@Nullable Place after = null;
    for (int looks = 0; looks < 10_000; looks++) {
      RoomList list = showcase.list(asked, after);
      list.rooms().forEach(listed -> found.add(listed.room().roomCode().value()));
      String cursor = list.cursor();
      if (cursor == null) {
        return found;
      }
      after = Showcase.Place.parse(cursor).orElseThrow();
    }
    throw new AssertionError("a list without end");
  }

  private static Room room(int number, String metadata) {
    RoomSettings settings =
        new RoomSettings(
            false,
            8,
            HostMigration.OFF,
            true,
            false,
            null,
            Json.of(metadata),
            null,
            ManualTime.NOON.plusNanos(number / 3),
            RoomTimers.ofDefaults());
    Caller host =
        new Caller(
            new ConnectionId(1, number),
            new ClientId(new UUID(1, number)),
            Dialect.MESSAGE,
            Address.UNKNOWN,
            null);
    return Opening.byHost(code(number), settings, host, 0, null).next().orElseThrow();
  }

  private static RoomCode code(int number) {
    StringBuilder code = new StringBuilder();
    int rest = Integer.MAX_VALUE - number; // of rooms of one instant the newer number comes first
    for (int i = 0; i < 7; i++) {
      code.insert(0, SIGNS.charAt(rest % SIGNS.length()));
      rest /= SIGNS.length();
    }
    return new RoomCode(code.toString());
  }
}
