package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.room.Caller;
import io.groovejet.room.Opening;
import io.groovejet.room.Room;
import io.groovejet.room.RoomSettings;
import io.groovejet.room.RoomTimers;
import io.groovejet.store.RoomStore;
import io.groovejet.store.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link RoomStore} promises. The test of a store implements {@link #open}, and {@link
 * #close} if there is something to close, and inherits the rest.
 */
public interface RoomStoreContract {

  /** A new, empty store, for one test. */
  RoomStore open();

  /** Ends what the last {@link #open} began. */
  @AfterEach
  default void close() {}

  /** A room comes back as it went. */
  @Test
  default void aRoomIsFoundAsItWasCreated() {
    RoomStore store = open();
    Room room = hosted("abc");

    assertThat(store.create(room)).isTrue();

    assertThat(found(store, "abc").value()).isEqualTo(room);
  }

  /** A second room under the same code is refused and changes nothing. */
  @Test
  default void aCodeIsTakenOnce() {
    RoomStore store = open();
    store.create(room("abc", 1));
    Versioned<Room> first = found(store, "abc");

    assertThat(store.create(room("abc", 2))).isFalse();

    assertThat(found(store, "abc")).isEqualTo(first);
  }

  /** What was read last can be replaced. */
  @Test
  default void theLatestVersionIsReplaced() {
    RoomStore store = open();
    store.create(room("abc", 1));
    Versioned<Room> first = found(store, "abc");

    assertThat(store.replace(first, room("abc", 2))).isTrue();

    Versioned<Room> second = found(store, "abc");
    assertThat(second.value()).isEqualTo(room("abc", 2));
    assertThat(second.version()).isGreaterThan(first.version());
  }

  /** What was replaced since cannot be, not even by the same. */
  @Test
  default void aStaleVersionIsNotReplaced() {
    RoomStore store = open();
    store.create(room("abc", 1));
    Versioned<Room> first = found(store, "abc");
    store.replace(first, room("abc", 1));

    assertThat(store.replace(first, room("abc", 3))).isFalse();

    assertThat(found(store, "abc").value()).isEqualTo(room("abc", 1));
  }

  /** What was read last can be removed. */
  @Test
  default void theLatestVersionIsRemoved() {
    RoomStore store = open();
    store.create(room("abc", 1));

    assertThat(store.remove(found(store, "abc"))).isTrue();

    assertThat(store.find(new RoomCode("abc"))).isEmpty();
    assertThat(store.count()).isZero();
    assertThat(store.codes()).isEmpty();
  }

  /** What was replaced since cannot be removed. */
  @Test
  default void aStaleVersionIsNotRemoved() {
    RoomStore store = open();
    store.create(room("abc", 1));
    Versioned<Room> first = found(store, "abc");
    store.replace(first, room("abc", 2));

    assertThat(store.remove(first)).isFalse();

    assertThat(found(store, "abc").value()).isEqualTo(room("abc", 2));
  }

  /** What is removed is gone for every writer. */
  @Test
  default void aRemovedRoomIsNeitherReplacedNorRemoved() {
    RoomStore store = open();
    store.create(room("abc", 1));
    Versioned<Room> first = found(store, "abc");
    store.remove(first);

    assertThat(store.replace(first, room("abc", 2))).isFalse();
    assertThat(store.remove(first)).isFalse();

    assertThat(store.find(new RoomCode("abc"))).isEmpty();
  }

  /** A version is never issued twice for one code, so a stale writer hits no later room. */
  @Test
  default void versionsAreNotReissuedAfterRemoval() {
    RoomStore store = open();
    store.create(room("abc", 1));
    Versioned<Room> first = found(store, "abc");
    store.remove(first);
    store.create(room("abc", 1));

    assertThat(store.replace(first, room("abc", 2))).isFalse();
    assertThat(store.remove(first)).isFalse();

    assertThat(found(store, "abc").value()).isEqualTo(room("abc", 1));
    assertThat(found(store, "abc").version()).isGreaterThan(first.version());
  }

  /** Rooms of different codes have nothing to do with each other. */
  @Test
  default void roomsAreKeptApart() {
    RoomStore store = open();
    store.create(room("abc", 1));
    store.create(room("abd", 2));
    Versioned<Room> other = found(store, "abd");

    store.replace(found(store, "abc"), room("abc", 3));
    assertThat(store.count()).isEqualTo(2);
    assertThat(store.codes()).containsExactlyInAnyOrder(new RoomCode("abc"), new RoomCode("abd"));
    store.remove(found(store, "abc"));

    assertThat(found(store, "abd")).isEqualTo(other);
    assertThat(store.codes()).containsExactly(new RoomCode("abd"));
  }

  /** Of writers that read the same, one wins; nobody's write is lost. */
  @Test
  @Timeout(60)
  default void concurrentIncrementsAreAllSeen() throws Exception {
    RoomStore store = open();
    store.create(room("abc", 1));

    List<Long> versions = atOnce(4, () -> increments(store, 100));

    assertThat(found(store, "abc").value()).isEqualTo(room("abc", 401));
    assertThat(versions).hasSize(400).doesNotHaveDuplicates();
  }

  /** Of rooms that are created under one code at once, one is. */
  @Test
  @Timeout(60)
  default void oneOfSeveralCreatorsWins() throws Exception {
    RoomStore store = open();

    List<Long> won = atOnce(4, () -> List.of(store.create(room("abc", 1)) ? 1L : 0L));

    assertThat(won).containsExactlyInAnyOrder(1L, 0L, 0L, 0L);
  }

  private static List<Long> increments(RoomStore store, int times) {
    List<Long> versions = new ArrayList<>();
    while (versions.size() < times) {
      Versioned<Room> seen = found(store, "abc");
      int count = seen.value().settings().maxClients();
      if (store.replace(seen, room("abc", count + 1))) {
        versions.add(seen.version());
      }
    }
    return versions;
  }

  private static List<Long> atOnce(int threads, Callable<List<Long>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Long> results = new ArrayList<>();
      for (Future<List<Long>> one :
          pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> work).toList())) {
        results.addAll(one.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }

  private static Versioned<Room> found(RoomStore store, String code) {
    return store.find(new RoomCode(code)).orElseThrow();
  }

  private static Room room(String code, int maxClients) {
    RoomSettings settings =
        RoomSettings.claimable(
            maxClients, new Address("192.0.2.1"), ManualTime.NOON, RoomTimers.ofDefaults());
    return Opening.claimable(new RoomCode(code), settings, ManualTime.NOON);
  }

  private static Room hosted(String code) {
    RoomSettings settings =
        new RoomSettings(
            false,
            8,
            HostMigration.MANUAL,
            true,
            false,
            new Secret("digest"),
            Json.of("{\"map\":\"moon\"}"),
            new Address("2001db8000000000/64"),
            ManualTime.NOON,
            RoomTimers.ofDefaults());
    Caller caller =
        new Caller(
            new ConnectionId(1, 1),
            new ClientId(new UUID(1, 2)),
            Dialect.MESSAGE,
            Address.UNKNOWN,
            null);
    return Opening.byHost(new RoomCode(code), settings, caller, 7, Json.of("{\"name\":\"Ada\"}"))
        .next()
        .orElseThrow();
  }
}
