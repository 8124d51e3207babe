package io.groovejet;

import java.util.function.Consumer;
import java.util.function.Function;

/** What the lobby says to an upgrade request: accepted or refused. */
public sealed interface HandshakeVerdict {

  /**
   * Calls the function that fits.
   *
   * @return what that function returned
   */
  <R> R fold(Function<OpeningHandshake, R> accepted, Function<HttpReply, R> refused);

  /** Calls the consumer that fits. */
  default void tell(Consumer<OpeningHandshake> accepted, Consumer<HttpReply> refused) {
    Runnable told =
        fold(handshake -> () -> accepted.accept(handshake), reply -> () -> refused.accept(reply));
    told.run();
  }

  /**
   * Upgrade, then {@link Lobby#connect}.
   *
   * @param handshake what to connect with
   */
  record Accepted(OpeningHandshake handshake) implements HandshakeVerdict {
    @Override
    public <R> R fold(Function<OpeningHandshake, R> accepted, Function<HttpReply, R> refused) {
      return accepted.apply(handshake);
    }
  }

  /**
   * Answer with this instead of upgrading.
   *
   * @param reply the answer
   */
  record Refused(HttpReply reply) implements HandshakeVerdict {
    @Override
    public <R> R fold(Function<OpeningHandshake, R> accepted, Function<HttpReply, R> refused) {
      return refused.apply(reply);
    }
  }
}
