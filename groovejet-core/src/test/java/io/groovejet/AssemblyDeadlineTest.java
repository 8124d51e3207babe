package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.ManualTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A message that has begun may not sit there for ever, however alive its client is. */
final class AssemblyDeadlineTest {

  private final ManualTime time = new ManualTime();
  private final Lobby lobby = Lobby.builder().timekeeper(time).build();
  private final FakeConnection connection = new FakeConnection();
  private final ClientSession session = lobby.connect(connection);
  private final IncomingText text = new IncomingText(session);

  @Test
  void aMessageThatIsNeverCompleteEndsItsConnection() {
    for (int i = 0; i < 28; i++) {
      trickle();
    }
    assertThat(connection.closed()).isEmpty();

    for (int i = 0; i < 4; i++) {
      trickle();
    }

    assertThat(connection.closed()).contains(CloseReason.POLICY);
  }

  @Test
  void oneSlowMessageAfterTheOtherIsNoOffence() {
    for (int i = 0; i < 100; i++) {
      trickle();
      text.add(ByteBuffer.wrap(new byte[] {(byte) 0x20}), i % 20 == 19);
    }

    assertThat(connection.closed()).isEmpty();
  }

  private void trickle() {
    session.heard();
    text.add(ByteBuffer.wrap(new byte[] {' '}), false);
    time.pass(Duration.ofSeconds(1));
  }
}
