package io.groovejet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.groovejet.protocol.Json;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.SnapshotStoreContract;
import org.junit.jupiter.api.Test;

final class InMemorySnapshotStoreTest implements SnapshotStoreContract {

  @Override
  public SnapshotStore open() {
    return new InMemorySnapshotStore(1000);
  }

  @Test
  void whatIsAboveTheBudgetIsRefusedAndChangesNothing() {
    SnapshotStore store = new InMemorySnapshotStore(4);
    RoomCode room = new RoomCode("bcdfg");
    long kept = store.put(room, Json.of("123"));

    assertThatExceptionOfType(RoomStoreException.class)
        .isThrownBy(() -> store.put(room, Json.of("45")));

    assertThat(store.get(room, kept)).contains(Json.of("123"));
    assertThat(store.sizeBytes()).isEqualTo(3);
  }
}
