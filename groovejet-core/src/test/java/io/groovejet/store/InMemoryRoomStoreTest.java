package io.groovejet.store;

import io.groovejet.testkit.RoomStoreContract;

final class InMemoryRoomStoreTest implements RoomStoreContract {

  @Override
  public RoomStore open() {
    return new InMemoryRoomStore();
  }
}
