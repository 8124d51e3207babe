package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/** Hosts of one room made by {@code POST /rooms} that end, one after the other. */
final class ClosingHosts {

  private static final int TURNS = 50; // a race is not lost every time

  private ClosingHosts() {}

  /**
   * Lets each host send a frame that ends its connection, and the next one come.
   *
   * @param last a frame that is answered by a close
   * @param answered what the guest who stays does once a host has read that answer
   */
  static void of(ServedLobby served, Frame last, Consumer<Player> answered) {
    String code = served.makesRoom();
    Player host = served.hostOf(code);
    Player guest = served.player();
    guest.joins(code);

    for (int turn = 0; turn < TURNS; turn++) {
      host.socket().send(last);
      assertThat(host.socket().closeCode()).isGreaterThanOrEqualTo(1000);
      answered.accept(guest);
      host = served.hostOf(code);
      guest.hearsAtLast("clientJoined");
    }
  }
}
