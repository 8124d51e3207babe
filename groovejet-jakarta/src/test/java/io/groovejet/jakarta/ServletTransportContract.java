package io.groovejet.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.groovejet.Lobby;
import io.groovejet.guard.Limits;
import io.groovejet.testkit.Frame;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import io.groovejet.testkit.TransportContract;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a lobby promises in a servlet container. */
interface ServletTransportContract extends TransportContract, HandshakesContract {

  /**
   * These containers do not read on before a pong is written, so a client that takes none ends as
   * one that is silent.
   */
  @Test
  @Override
  default void answersToPingsDoNotPileUp() throws Exception {
    Limits impatient =
        Limits.ofDefaults().withLiveness(Duration.ofMillis(500), Duration.ofMillis(1500));
    try (Lobby lobby = Lobby.builder().limits(impatient).build();
        RawWebSocket client = RawRequest.upgrade(serve(lobby)).receiveBuffer(4096).open()) {
      byte[] ping = Frame.ping("x".repeat(125)).masked();
      ByteBuffer pings = ByteBuffer.allocate(100 * ping.length);
      while (pings.hasRemaining()) {
        pings.put(ping);
      }

      assertTimeoutPreemptively(
          Duration.ofMinutes(1),
          () -> {
            while (client.offerBytes(pings.array())) {
              assertThat(lobby.report().connections()).isLessThanOrEqualTo(1);
            }
          });

      stop();
    }
  }
}
