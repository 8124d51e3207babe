package io.groovejet.springexample;

import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyListener;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts games, for a route of the application's own. */
@RestController
final class Scores implements LobbyListener {

  private final AtomicLong games = new AtomicLong();
  private final AtomicLong rescued = new AtomicLong();

  @Override
  public void roomOpened(RoomOpened event) {
    games.incrementAndGet();
  }

  @Override
  public void hostMigrated(HostMigrated event) {
    rescued.incrementAndGet();
  }

  @GetMapping("/scores")
  Totals totals() {
    return new Totals(games.get(), rescued.get());
  }

  /**
   * How it went so far.
   *
   * @param games how many were opened
   * @param rescued how many went on with another host
   */
  record Totals(long games, long rescued) {}
}
