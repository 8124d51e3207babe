package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.store.SnapshotStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SnapshotStore} promises. The test of a store implements {@link #open}, and
 * {@link #close} if there is something to close, and inherits the rest.
 */
public interface SnapshotStoreContract {

  /** A new, empty store, for one test. */
  SnapshotStore open();

  /** Ends what the last {@link #open} began. */
  @AfterEach
  default void close() {}

  /** Bytes come back as they went, whatever they are. */
  @Test
  default void aSnapshotIsReadByteForByte() {
    SnapshotStore store = open();
    Json snapshot = Json.of("{ \"score\" : [1.50, 1e400], \"x\":\"\\ud800 \u00e9 \\n\" }");

    long blob = store.put(new RoomCode("bcdfg"), snapshot);

    assertThat(store.get(new RoomCode("bcdfg"), blob)).contains(snapshot);
    assertThat(store.sizeBytes()).isEqualTo(snapshot.size());
  }

  /** Names are given once. */
  @Test
  default void noNameIsGivenTwice() {
    SnapshotStore store = open();
    RoomCode room = new RoomCode("bcdfg");
    long first = store.put(room, Json.of("1"));
    store.remove(room, first);

    long second = store.put(room, Json.of("2"));

    assertThat(second).isNotEqualTo(first);
    assertThat(store.get(room, first)).isEmpty();
    assertThat(store.get(room, second)).contains(Json.of("2"));
  }

  /** Forgetting is final, and may be said twice. */
  @Test
  default void aForgottenSnapshotIsGone() {
    SnapshotStore store = open();
    RoomCode room = new RoomCode("bcdfg");
    long blob = store.put(room, Json.of("\"x\""));

    store.remove(room, blob);
    store.remove(room, blob);

    assertThat(store.get(room, blob)).isEmpty();
    assertThat(store.sizeBytes()).isZero();
  }

  /** A view of a message does not keep what stands around it. */
  @Test
  default void aPartOfAMessageIsStoredAlone() {
    SnapshotStore store = open();
    byte[] message = {'[', '4', '2', ']'};

    long blob = store.put(new RoomCode("bcdfg"), Json.slice(message, 1, 3));
    message[1] = '9';

    assertThat(store.get(new RoomCode("bcdfg"), blob)).contains(Json.of("42"));
  }
}
