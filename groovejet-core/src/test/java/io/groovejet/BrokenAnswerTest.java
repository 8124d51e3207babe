package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.groovejet.protocol.CloseReason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that throws, though it is not to. */
final class BrokenAnswerTest {

  @ParameterizedTest
  @ValueSource(strings = {"joinRoom", "leaveRoom", "what?"})
  void whoeverCannotBeAnsweredLeavesNothingBehind(String type) {
    try (Lobby lobby = Lobby.builder().build()) {
      ClientSession session = lobby.connect(OpeningHandshake.messageDialect(), new Refusing());
      String message = "{\"type\":\"" + type + "\",\"data\":{\"roomCode\":\"wrong\"}}";

      Throwable unused = catchThrowable(() -> session.received(message)); // whatever becomes of it
      session.disconnected();

      assertThat(lobby.report()).isEqualTo(LobbyReport.NOTHING);
    }
  }

  /** Takes everything but errors. */
  private static final class Refusing implements SignalingConnection {

    @Override
    public void send(byte[] utf8) {
      if (new String(utf8, StandardCharsets.UTF_8).contains("error")) {
        throw new StackOverflowError("too deep");
      }
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseReason reason) {}
  }
}
