package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.Frame;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingFramesTest {

  private static final Frame PART = Frame.text("a").unfinished();

  private final Lobby lobby = Lobby.builder().limits(Limits.ofDefaults()).build();
  private final FakeConnection connection = new FakeConnection();
  private final IncomingFrames frames =
      new IncomingFrames(lobby.connect(connection), new NoAnswers());

  @AfterEach
  void close() {
    lobby.close();
  }

  @Test
  void turnsOfSmallFramesBecomeShort() {
    assertThat(frames.turn()).isEqualTo(4 * 1024);

    read(1_000, Frame.pong(""));

    assertThat(frames.turn()).isEqualTo(256);
  }

  @Test
  void turnsOfLargeFramesBecomeLong() {
    read(2, Frame.text("x".repeat(2_500)));

    assertThat(frames.turn()).isEqualTo(16 * 1024);
  }

  @Test
  void whoeverLeavesNothingUnreadKeepsItsTurn() {
    read(1, Frame.pong(""));

    assertThat(frames.turn()).isEqualTo(4 * 1024);
  }

  @Test
  void whoeverGoesOnAfterTheEndIsReadNoMore() {
    read(1, PART);
    read(230, PART.continued());
    assertThat(connection.closed()).isPresent();
    assertThat(frames.goOn()).isTrue();

    read(200, PART.continued());

    assertThat(frames.goOn()).isFalse();
  }

  @Test
  void norIsOneFrameWithoutEndReadForEver() {
    read(1, PART);
    read(230, PART.continued());
    frames.read(ByteBuffer.allocate(3 << 20));
    assertThat(frames.goOn()).isTrue();

    frames.read(ByteBuffer.allocate(3 << 20));

    assertThat(frames.goOn()).isFalse();
  }

  private void read(int copies, Frame frame) {
    byte[] one = frame.masked();
    ByteBuffer all = ByteBuffer.allocate(copies * one.length);
    for (int copy = 0; copy < copies; copy++) {
      all.put(one);
    }
    frames.read(all.flip());
  }

  private static final class NoAnswers implements IncomingFrames.Answers {

    @Override
    public void pong(byte[] payload) {
      throw new AssertionError("no ping was sent");
    }

    @Override
    public void closed(int answer) {
      throw new AssertionError("nobody closed");
    }
  }
}
