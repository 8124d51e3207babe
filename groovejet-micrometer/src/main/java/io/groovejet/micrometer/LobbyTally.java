package io.groovejet.micrometer;

import io.groovejet.LobbyEvent;
import io.groovejet.LobbyListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hears what {@link LobbyMetrics} counts: give it to the lobby's builder, and then both to the
 * metrics. What happens before they are bound to a registry is not counted there.
 *
 * <p>It never blocks, so the lobby needs no thread for it: {@code builder.listener(tally,
 * Runnable::run)}.
 */
public final class LobbyTally implements LobbyListener {

  private final List<LobbyListener> ledgers = new CopyOnWriteArrayList<>();

  /** Nothing counted yet. */
  public LobbyTally() {}

  /** Whatever happens from now on is written there too. */
  void writeInto(LobbyListener ledger) {
    ledgers.add(ledger);
  }

  @Override
  public void told(LobbyEvent event) {
    ledgers.forEach(event::toldTo);
  }
}
