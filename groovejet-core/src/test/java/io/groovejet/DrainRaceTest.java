package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.CloseReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lobby drains while a client is being connected. */
@Timeout(60)
final class DrainRaceTest {

  private final Lobby lobby = Lobby.ofDefaults();
  private final List<String> story = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Void> farewell = new CompletableFuture<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();

  @Test
  void theFarewellComesBeforeTheClose() throws Exception {
    ClientSession ada = lobby.connect(new HeldUp());
    connected.complete(null);
    drained.get(30, TimeUnit.SECONDS);

    assertThat(ada.party().room()).isEmpty();
    assertThat(story).containsExactly("identity", "serverDraining", "close");
    lobby.close();
  }

  private void drain() {
    lobby.drain(Duration.ZERO);
    drained.complete(null);
  }

  /** While it is greeted the lobby drains, which takes until it is connected. */
  private final class HeldUp implements SignalingConnection {

    @Override
    public void send(byte[] utf8) {
      if (new String(utf8, StandardCharsets.UTF_8).contains("\"type\":\"identity\"")) {
        story.add("identity");
        new Thread(DrainRaceTest.this::drain).start();
        farewell.join();
      } else {
        farewell.complete(null);
        connected.join();
        story.add("serverDraining");
      }
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseReason reason) {
      story.add("close");
    }

    @Override
    public void abandon() {}
  }
}
