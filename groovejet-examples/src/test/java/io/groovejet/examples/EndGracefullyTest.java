package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.FakeConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The end that docs/embedding.md shows. */
class EndGracefullyTest {

  @Test
  void clientsHearOfItBeforeTheServerStops() throws Exception {
    Lobby lobby = SetItUp.lobby();
    FakeConnection client = new FakeConnection();
    lobby.connect(client);
    AtomicBoolean heardInTime = new AtomicBoolean();

    EndGracefully.end(
        lobby,
        () ->
            heardInTime.set(
                client.takeSent().stream().anyMatch(text -> text.contains("serverDraining"))));

    assertThat(heardInTime).isTrue();
    assertThat(client.closed()).hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(1012));
  }
}
