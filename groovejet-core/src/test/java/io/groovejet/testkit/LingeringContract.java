package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a transport promises beyond the {@link TransportContract} where its container lets it: a
 * connection that is closed is still read for a while. A container that hangs up right behind its
 * close frame resets a client that has not finished sending, which then may not hear the reason
 * (RFC 9112 section 9.6 tells the same of HTTP).
 */
public interface LingeringContract extends ServedTransport {

  @Test
  default void whoIsStillSendingHearsWhyItIsHungUpOn() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(Frame.text(new byte[4 << 20]));

      assertThat(ada.socket().closeCode()).isEqualTo(1009);
      ada.socket().send(Frame.close(1009));
      ada.socket().awaitEnd(Duration.ofMillis(1500));
      served.awaitConnections(0);
    }
  }
}
