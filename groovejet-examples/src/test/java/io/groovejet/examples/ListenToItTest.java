package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.FakeConnection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The listener that docs/embedding.md shows. */
class ListenToItTest {

  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  @Test
  void itIsToldWhoJoins() throws Exception {
    try (Lobby lobby = ListenToIt.start(log::add)) {
      lobby.connect(new FakeConnection()).received("{\"type\":\"createRoom\"}");

      assertThat(log.poll(10, TimeUnit.SECONDS)).endsWith(" joined");
    }
  }
}
