package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.ScriptedNames;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connections that come and go for hours cost no more than those that came and went lately. */
final class FlappingTest {

  private final ManualTime time = new ManualTime();
  private final Lobby lobby = Lobby.builder().timekeeper(time).names(new ScriptedNames()).build();

  @Test
  void alarmsDoNotAddUp() {
    ClientSession host = lobby.connect(new FakeConnection());
    host.received("{\"type\":\"createRoom\"}");
    String bob = joins();
    String carol = joins();

    IntStream.range(0, 300)
        .forEach(
            i -> {
              flaps(bob);
              flaps(carol);
              host.heard();
            });

    assertThat(lobby.report().rooms()).isEqualTo(1);
    assertThat(lobby.report().pendingAlarms()).isLessThan(10);
  }

  /** Joins the room for a moment; returns the token with which it can come back. */
  private String joins() {
    FakeConnection line = new FakeConnection();
    ClientSession session = lobby.connect(line);
    String identity = line.takeSent().get(0);
    session.received("{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"bbbbb\"}}");
    session.disconnected();
    return identity.replaceAll(".*\"clientToken\":\"([^\"]+)\".*", "$1");
  }

  /** Comes back for two seconds and is lost again. */
  private void flaps(String token) {
    ClientSession session = lobby.connect(new FakeConnection());
    session.received(
        "{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"bbbbb\",\"clientToken\":\""
            + token
            + "\"}}");
    time.pass(Duration.ofSeconds(2));
    session.disconnected();
  }
}
