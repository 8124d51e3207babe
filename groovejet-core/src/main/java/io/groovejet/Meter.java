package io.groovejet;

import java.util.concurrent.atomic.LongAdder;

/** Counts what passes through a lobby, at next to no price. From any thread. */
final class Meter {

  private final LongAdder messagesIn = new LongAdder();
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder messagesOut = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();
  private final LongAdder relayed = new LongAdder();

  void received(int bytes) {
    messagesIn.increment();
    bytesIn.add(bytes);
  }

  void sent(int bytes) {
    messagesOut.increment();
    bytesOut.add(bytes);
  }

  void relayed() {
    relayed.increment();
  }

  LobbyTraffic traffic() {
    return new LobbyTraffic(
        messagesIn.sum(), bytesIn.sum(), messagesOut.sum(), bytesOut.sum(), relayed.sum());
  }
}
