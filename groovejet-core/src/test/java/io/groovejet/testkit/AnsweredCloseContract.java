package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What differs where a container answers a close frame before it tells of it. What a guest sends in
 * the instant between is lost, as it would be on its way to a host that fell silent; the guest is
 * told by {@code hostConnectionLost}, and from then on every offer has its answer.
 */
public interface AnsweredCloseContract extends ClosingContract {

  @Test
  @Override
  default void aHostThatClosedIsGoneBeforeItIsAnswered() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      ClosingHosts.of(
          served,
          Frame.close(1000),
          guest -> {
            guest.hears("hostConnectionLost");
            guest.offers("\"too late\"");
            assertThat(guest.hears("error")).contains("hostDisconnected");
          });
    }
  }
}
