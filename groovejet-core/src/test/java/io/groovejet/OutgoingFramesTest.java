package io.groovejet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.frame.ServerFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingFramesTest {

  private static final String TOO_MUCH = "x".repeat(WaitingFrames.ROOM + 1);

  private final List<String> told = new ArrayList<>();
  private final Queue<Runnable> due = new ArrayDeque<>();
  private final NarrowSocket socket = new NarrowSocket(told);
  private final OutgoingFrames writer = new OutgoingFrames(socket, due::add);

  @Test
  void aTextIsOneFrameAndMakesRoomAtOnce() {
    text("Hello");
    assertThat(told).containsExactly("Hello done");
    assertThat(socket.taken()).isEmpty();

    turn();
    assertThat(socket.taken()).isEqualTo("810548656c6c6f");
  }

  @Test
  void whereTurnsAreTakenAtOnceSoIsAText() {
    OutgoingFrames eager = new OutgoingFrames(socket, Runnable::run);

    eager.text(bytes("Hello"), ending("Hello"));

    assertThat(socket.taken()).isEqualTo("810548656c6c6f");
    assertThat(told).containsExactly("Hello done");
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
    turn();

    assertThat(socket.taken()).startsWith(header + "00").hasSize(header.length() + 2 * size);
  }

  @Test
  void whatIsBroughtBeforeATurnLeavesTogetherInOneTask() {
    text("a");
    writer.ping();
    writer.pong(bytes("b"));
    text("c");

    assertThat(due).hasSize(1);
    turn();
    assertThat(socket.taken()).isEqualTo("810161" + "8900" + "8a0162" + "810163");
  }

  @Test
  void theAnswerToTheHandshakeLeavesWithTheFirstFramesOrWithoutAny() {
    writer.handshake(bytes("101"));
    text("a");
    assertThat(due).hasSize(1);
    turn();
    assertThat(socket.taken()).isEqualTo("313031" + "810161");

    OutgoingFrames silent = new OutgoingFrames(socket, Runnable::run);
    silent.handshake(bytes("101"));
    assertThat(socket.taken()).isEqualTo("313031" + "810161" + "313031");
  }

  @Test
  void whoeverBringsMoreThanThereIsRoomForIsToldWhenItIsWritten() {
    text("x".repeat(WaitingFrames.ROOM));
    text("y");
    assertThat(told).containsExactly("xxx done");

    turn();
    assertThat(told).containsExactly("xxx done", "y done");
  }

  @Test
  void asLongAsSomethingIsStuckWhoeverBringsMoreIsToldWhenThatIsWritten() {
    socket.room(3);
    text("Hello");
    turn();
    text("a");
    assertThat(told).containsExactly("Hello done");

    assertThat(socket.room(1)).isFalse();
    assertThat(socket.room(100)).isTrue();
    writer.written();

    assertThat(told).containsExactly("Hello done", "a done");
    assertThat(socket.taken()).isEqualTo("810548656c6c6f" + "810161");
    assertThat(due).isEmpty();
  }

  @Test
  void roomThatIsFoundWhileStillWritingIsNotMissed() {
    socket.room(3);
    socket.duringTheNextWrite(
        () -> {
          socket.room(100);
          writer.written();
        });

    text("Hello");
    text("a");
    turn();
    text("b");
    turn();

    assertThat(socket.taken()).isEqualTo("810548656c6c6f" + "810161" + "810162");
    assertThat(told).containsExactly("Hello done", "a done", "b done");
  }

  @Test
  void nothingComesBetweenThePartsOfAFrame() {
    socket.room(3);
    text("Hello");
    turn();
    writer.pong(bytes("a"));
    writer.ping();

    socket.room(100);
    writer.written();

    assertThat(socket.taken()).isEqualTo("810548656c6c6f" + "8a0161" + "8900");
  }

  @Test
  void ofSeveralPingsOnlyTheLastIsAnswered() {
    writer.pong(bytes("a"));
    text("b");
    writer.pong(bytes("c"));
    writer.ping();
    writer.ping();
    turn();

    assertThat(socket.taken()).isEqualTo("8a0163" + "810162" + "8900");
  }

  @Test
  void theCloseFrameIsTheLast() {
    text("Hello");
    writer.close(ServerFrame.closeAnswer(1000));
    writer.close(ServerFrame.closeAnswer(1001));
    writer.ping();
    writer.pong(bytes("b"));
    text("late");
    turn();

    assertThat(socket.taken()).isEqualTo("810548656c6c6f" + "880203e8");
    assertThat(told).containsExactly("Hello done", "late failed", "close written");
  }

  @Test
  void whenBothCloseFramesHavePassedTheSocketIsClosed() {
    writer.close(ServerFrame.closeAnswer(1000));
    turn();
    assertThat(told).containsExactly("close written");

    writer.closed(1001);
    turn();

    assertThat(socket.taken()).isEqualTo("880203e8");
    assertThat(told).containsExactly("close written", "hung up");
  }

  @Test
  void aCloseOfTheClientIsAnsweredAndThenTheSocketIsClosed() {
    writer.closed(1000);
    assertThat(told).isEmpty();
    turn();

    assertThat(socket.taken()).isEqualTo("880203e8");
    assertThat(told).containsExactly("hung up");
  }

  @Test
  void aClientThatClosesAndDoesNotReadIsHungUpOn() {
    socket.room(3);
    text("Hello");
    turn();

    writer.closed(1000);

    assertThat(told).containsExactly("Hello done", "hung up");
  }

  @Test
  void norIsItWaitedForThatSuchAClientReadsTheAnswer() {
    socket.room(3);

    writer.closed(1000);
    turn();

    assertThat(told).containsExactly("hung up");
  }

  @Test
  void aTextUnderWayFailsOnceWhenTheSocketIsGone() {
    socket.room(3);
    text(TOO_MUCH);
    turn();

    writer.lost();
    writer.lost();
    text("late");
    turn();

    assertThat(told).containsExactly("xxx failed", "late failed");
  }

  @Test
  void aTextThatWaitsFailsOnceWhenTheSocketIsGone() {
    text(TOO_MUCH);

    writer.lost();
    turn();

    assertThat(told).containsExactly("xxx failed");
    assertThat(socket.taken()).isEmpty();
  }

  @Test
  void aSocketThatIsGoneDuringAWriteIsToldOfOnce() {
    socket.room(3);
    socket.duringTheNextWrite(writer::lost);

    text(TOO_MUCH);
    turn();

    assertThat(told).containsExactly("xxx failed");
  }

  @Test
  void aWriteThatThrowsIsTheEnd() {
    socket.breakDown();

    text(TOO_MUCH);
    turn();
    writer.ping();
    writer.close(ServerFrame.closeAnswer(1000));
    turn();

    assertThat(told).containsExactly("xxx failed", "hung up");
  }

  @Test
  void aThreadThatTakesNoTurnsAnyMoreIsTheEnd() {
    OutgoingFrames stopping =
        new OutgoingFrames(
            socket,
            task -> {
              throw new RejectedExecutionException();
            });

    stopping.text(bytes(TOO_MUCH), ending("text"));

    assertThat(told).containsExactly("text failed", "hung up");
  }

  private void text(String text) {
    writer.text(bytes(text), ending(text.startsWith("x") ? "xxx" : text));
  }

  /** All that is due is done. */
  private void turn() {
    while (!due.isEmpty()) {
      due.remove().run();
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
