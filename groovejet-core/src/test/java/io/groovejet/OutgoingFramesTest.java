package io.groovejet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingFramesTest {

  private final List<String> told = new ArrayList<>();
  private final NarrowSocket socket = new NarrowSocket(told);
  private final OutgoingFrames writer = new OutgoingFrames(socket, Runnable::run);

  @Test
  void aTextIsOneFrame() {
    writer.text(bytes("Hello"), ending("text"));

    assertThat(socket.taken()).isEqualTo("810548656c6c6f");
    assertThat(told).containsExactly("text done");
    assertThat(socket.isAwaited()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "125, 817d",
    "126, 817e007e",
    "65535, 817effff",
    "65536, 817f0000000000010000",
  })
  void theHeaderTellsTheLength(int size, String header) {
    writer.text(new byte[size], ending("text"));

    assertThat(socket.taken()).startsWith(header + "00").hasSize(header.length() + 2 * size);
  }

  @Test
  void whatFindsNoRoomGoesOnWhenThereIsRoom() {
    socket.room(3);
    writer.text(bytes("Hello"), ending("text"));
    assertThat(socket.isAwaited()).isTrue();
    assertThat(told).isEmpty();

    socket.room(1);
    writer.writable();
    assertThat(socket.isAwaited()).isTrue();

    socket.room(100);
    writer.writable();
    assertThat(socket.taken()).isEqualTo("810548656c6c6f");
    assertThat(told).containsExactly("text done");
    assertThat(socket.isAwaited()).isFalse();
  }

  @Test
  void roomThatIsFoundBeforeItIsWaitedForIsNotMissed() {
    socket.room(3);
    socket.duringTheNextWrite(
        () -> {
          socket.room(100);
          writer.writable();
        });

    writer.text(bytes("Hello"), ending("text"));

    assertThat(socket.taken()).isEqualTo("810548656c6c6f");
    assertThat(told).containsExactly("text done");
    assertThat(socket.isAwaited()).isFalse();
  }

  @Test
  void nothingComesBetweenThePartsOfAFrame() {
    socket.room(3);
    socket.duringTheNextWrite(() -> writer.pong(bytes("a")));
    writer.text(bytes("Hello"), ending("text"));
    writer.ping();

    socket.room(100);
    writer.writable();

    assertThat(socket.taken()).isEqualTo("810548656c6c6f" + "8a0161" + "8900");
  }

  @Test
  void ofSeveralPingsOnlyTheLastIsAnswered() {
    socket.room(0);
    writer.pong(bytes("a"));
    writer.pong(bytes("b"));
    writer.pong(bytes("c"));

    socket.room(100);
    writer.writable();

    assertThat(socket.taken()).isEqualTo("8a0161" + "8a0163");
  }

  @Test
  void theCloseFrameComesAfterTheTextAndIsTheLast() {
    socket.room(0);
    writer.pong(bytes("a"));
    writer.text(bytes("Hello"), ending("text"));
    writer.close(ServerFrame.closeAnswer(1000));
    writer.close(ServerFrame.closeAnswer(1001));
    writer.ping();
    writer.pong(bytes("b"));

    socket.room(100);
    writer.writable();
    writer.text(bytes("late"), ending("late text"));

    assertThat(socket.taken()).isEqualTo("8a0161" + "810548656c6c6f" + "880203e8");
    assertThat(told).containsExactly("text done", "close written", "late text failed");
  }

  @Test
  void whenBothCloseFramesHavePassedTheSocketIsClosed() {
    writer.close(ServerFrame.closeAnswer(1000));
    assertThat(told).containsExactly("close written");

    writer.closed(1001);

    assertThat(socket.taken()).isEqualTo("880203e8");
    assertThat(told).containsExactly("close written", "hung up");
  }

  @Test
  void aCloseOfTheClientIsAnsweredAndThenTheSocketIsClosed() {
    socket.room(0);
    writer.closed(1000);
    assertThat(told).isEmpty();

    socket.room(100);
    writer.writable();

    assertThat(socket.taken()).isEqualTo("880203e8");
    assertThat(told).containsExactly("close written", "hung up");
  }

  @Test
  void aTextUnderWayFailsOnceWhenTheSocketIsGone() {
    socket.room(3);
    writer.text(bytes("Hello"), ending("text"));

    writer.lost();
    writer.lost();
    writer.writable();
    writer.text(bytes("late"), ending("late text"));

    assertThat(socket.taken()).isEqualTo("810548");
    assertThat(told).containsExactly("text failed", "late text failed");
  }

  @Test
  void aSocketThatIsGoneDuringAWriteIsNoticedAfterIt() {
    socket.room(3);
    socket.duringTheNextWrite(writer::lost);

    writer.text(bytes("Hello"), ending("text"));

    assertThat(told).containsExactly("text failed", "hung up");
  }

  @Test
  void aWriteThatThrowsIsTheEnd() {
    socket.breakDown();

    writer.text(bytes("Hello"), ending("text"));
    writer.ping();
    writer.close(ServerFrame.closeAnswer(1000));

    assertThat(told).containsExactly("text failed", "hung up");
  }

  @Test
  void oneTextAfterTheOtherNeedsNoDeepStack() {
    int[] left = {100_000};
    writer.text(bytes("a"), new NextText(left));

    assertThat(left[0]).isZero();
    assertThat(told).isEmpty();
  }

  /** Brings the next text as soon as the last one is written. */
  private final class NextText implements Wire.Written {

    private final int[] left;

    private NextText(int[] left) {
      this.left = left;
    }

    @Override
    public void done() {
      left[0]--;
      if (left[0] > 0) {
        writer.text(bytes("a"), this);
      }
    }

    @Override
    public void failed() {
      told.add("failed");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private Wire.Written ending(String what) {
    return new Wire.Written() {
      @Override
      public void done() {
        told.add(what + " done");
      }

      @Override
      public void failed() {
        told.add(what + " failed");
      }
    };
  }
}
