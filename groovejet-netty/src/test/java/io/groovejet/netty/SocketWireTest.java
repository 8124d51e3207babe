package io.groovejet.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Wire;
import io.groovejet.protocol.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketWireTest {

  private static final int ROOM = 16 * 1024; // bytes of texts that wait for a turn

  private final List<String> told = new ArrayList<>();
  private final NarrowSocket socket = new NarrowSocket();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(socket, new ChannelInboundHandlerAdapter());
  private final SocketWire wire = new SocketWire(context());

  @AfterEach
  void nothingIsLeftOver() {
    channel.finishAndReleaseAll();
  }

  @Test
  void aTextIsOneFrameAndMakesRoomAtOnce() {
    write("Hello");

    assertThat(told).containsExactly("Hello done");
    assertThat(sent()).containsExactly("810548656c6c6f");
  }

  @Test
  void whatIsBroughtInOneTurnLeavesInOneBuffer() {
    write("a");
    wire.ping();
    wire.pong(bytes("b"));
    write("c");

    assertThat(sent()).containsExactly("810161" + "8900" + "8a0162" + "810163");
  }

  @Test
  void ofSeveralPingsOnlyTheLastIsAnswered() {
    wire.pong(bytes("a"));
    write("b");
    wire.pong(bytes("c"));
    wire.ping();
    wire.ping();

    assertThat(sent()).containsExactly("8a0163" + "810162" + "8900");
  }

  @Test
  void whoeverBringsMoreThanThereIsRoomForIsToldWhenItIsWritten() {
    write("x".repeat(ROOM));
    write("y");
    assertThat(told).containsExactly("xxx done");

    channel.runPendingTasks();
    assertThat(told).containsExactly("xxx done", "y done");
  }

  @Test
  void aFullSocketIsWaitedFor() {
    socket.isFull();
    write("a");
    channel.runPendingTasks();
    write("x".repeat(ROOM + 1));
    channel.runPendingTasks();
    assertThat(told).containsExactly("a done");
    assertThat(sent()).isEmpty();

    socket.isEmpty();
    assertThat(told).containsExactly("a done", "xxx done");
    assertThat(sent()).hasSize(2).element(0).isEqualTo("810161");
  }

  @Test
  void theCloseFrameIsTheLast() {
    write("a");
    wire.close(new CloseReason(4000, ""));
    wire.close(new CloseReason(4001, ""));
    wire.ping();
    wire.pong(bytes("b"));
    write("late");

    assertThat(told).containsExactly("a done", "late failed");
    assertThat(sent()).containsExactly("810161" + "88020fa0");
    assertThat(channel.isOpen()).isTrue();

    wire.closed(4000);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aClientThatClosesIsAnsweredAndHungUpOn() {
    wire.closed(1001);

    assertThat(sent()).containsExactly("880203e9");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aClientThatClosesAndDoesNotReadIsHungUpOn() {
    socket.isFull();
    write("a");
    channel.runPendingTasks();

    wire.closed(1000);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void norDoesItWaitForTheAnswerToBeRead() {
    write("a");
    channel.runPendingTasks();

    socket.isFull();
    wire.closed(1000);
    channel.runPendingTasks();

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aTextUnderWayFailsOnceWhenTheChannelIsGone() {
    socket.isFull();
    write("x".repeat(ROOM + 1));
    channel.runPendingTasks();

    socket.breakDown();
    wire.lost();
    write("late");

    assertThat(told).containsExactly("xxx failed", "late failed");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void aTextThatWaitsFailsOnceWhenTheChannelIsGone() {
    write("x".repeat(ROOM + 1));

    wire.lost();
    wire.lost();

    assertThat(told).containsExactly("xxx failed");
    assertThat(sent()).isEmpty();
  }

  @Test
  void aDroppedChannelIsClosedAndDroppingItAgainDoesNothing() {
    wire.drop();
    wire.drop();

    assertThat(channel.isOpen()).isFalse();
  }

  private ChannelHandlerContext context() {
    return channel.pipeline().lastContext();
  }

  private void write(String text) {
    String name = text.substring(0, Math.min(text.length(), text.startsWith("x") ? 3 : 9));
    wire.write(
        bytes(text),
        new Wire.Written() {
          @Override
          public void done() {
            told.add(name + " done");
          }

          @Override
          public void failed() {
            told.add(name + " failed");
          }
        });
  }

  /** What the socket was given, each buffer in hexadecimal. */
  private List<String> sent() {
    channel.runPendingTasks();
    List<String> buffers = new ArrayList<>();
    for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
      byte[] bytes = new byte[next.readableBytes()];
      next.readBytes(bytes).release();
      buffers.add(HexFormat.of().formatHex(bytes));
    }
    return buffers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
