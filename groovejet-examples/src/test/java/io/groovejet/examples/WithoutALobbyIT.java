package io.groovejet.examples;

import java.net.URI;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What two people notice who are linked while the lobby goes, and comes back without their room.
 */
class WithoutALobbyIT {

  @RegisterExtension private final Players players = new Players();

  @Test
  void theyTalkOnAndAreToldThatTheirRoomIsGone() throws Exception {
    ExampleServer first = start(0);
    Visitor ada = new Visitor(players.next());
    Visitor bob = new Visitor(players.next());
    ada.opens(first.url());
    String code = ada.createsARoom();
    bob.opens(first.url() + "#" + code);
    bob.isLinked();

    first.close();
    bob.reads("#notice-words", "The lobby cannot be reached. Your direct link does not need it");
    bob.says("Do you still hear me?");
    ada.hears("Do you still hear me?");

    try (ExampleServer second = start(URI.create(first.url()).getPort())) {
      ada.reads("#notice-words", "is gone");
      bob.reads("#notice-words", "is gone");
      ada.opens(second.url());
      ada.createsARoom();
    }
  }

  private static ExampleServer start(int port) throws BadOptionException {
    return ExampleServer.start(ExampleOptions.parse(List.of("--port=" + port), new Properties()));
  }
}
