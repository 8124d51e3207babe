package com.example.backend;

import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Knows how many games are played, and how many went on without their first host. */
@Component
public class Matches implements LobbyListener {

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger rescued = new AtomicInteger();

  @Override
  public void roomOpened(RoomOpened event) {
    open.incrementAndGet();
  }

  @Override
  public void roomClosed(RoomClosed event) {
    open.decrementAndGet();
  }

  @Override
  public void hostMigrated(HostMigrated event) {
    rescued.incrementAndGet();
  }

  public int open() {
    return open.get();
  }

  public int rescued() {
    return rescued.get();
  }
}
