package io.groovejet.jakarta.tomcat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorLoopTest {

  private SelectorLoop loop;
  private ServerSocketChannel server;

  @BeforeEach
  void start() throws IOException {
    loop = SelectorLoop.start("loop of a test");
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() throws Exception {
    loop.end();
    loop.awaitEnd();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"EXCEPTION, hung up", "ERROR, hung up", "INTERRUPT, 1"})
  void whatBreaksWithOneClientEndsThatOneOnly(Mishap mishap, String end) throws Exception {
    try (Line broken = line(mishap);
        Line sound = line(Mishap.NONE)) {
      broken.says("1");
      String first = broken.heard();
      sound.says("2");
      String second = sound.heard();

      assertThat(first).isEqualTo(end);
      assertThat(second).isEqualTo("2");
      assertThat(loop.hasEnded()).isFalse();
    }
  }

  @Test
  void whoMayHaveMoreThanIsToldIsReadAgain() throws Exception {
    try (Line slow = line(Mishap.BYTE_BY_BYTE);
        Line other = line(Mishap.NONE)) {
      slow.says("123");
      other.says("456");

      assertThat(slow.heard() + " " + slow.heard() + " " + slow.heard()).isEqualTo("1 2 3");
      assertThat(other.heard()).isEqualTo("456");
      assertThat(slow.notes).isEmpty();
    }
  }

  @Test
  void clientsThatHaveNotGoneAreHungUpOnAtTheEnd() throws Exception {
    try (Line line = line(Mishap.NONE)) {
      line.says("1");
      String first = line.heard();

      loop.end();
      loop.awaitEnd();

      assertThat(first).isEqualTo("1");
      assertThat(line.heard()).isEqualTo("hung up");
      assertThat(loop.hasEnded()).isTrue();
    }
  }

  @Test
  void whoComesAfterTheEndIsNotServed() throws Exception {
    loop.end();
    loop.awaitEnd();

    try (Line late = unserved(Mishap.NONE)) {
      assertThat(loop.serve(late, late.near)).isFalse();
    }
  }

  @Test
  void whoseSocketIsClosedAlreadyIsHungUpOn() throws Exception {
    try (Line line = unserved(Mishap.NONE)) {
      line.near.close();

      assertThat(loop.serve(line, line.near)).isTrue();

      assertThat(line.heard()).isEqualTo("hung up");
    }
  }

  @Test
  void noSelectorIsLeftOpenByAThreadThatCannotStart() throws Exception {
    Selector selector = Selector.open();

    assertThatThrownBy(() -> SelectorLoop.start(selector, Unstartable::new))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(selector.isOpen()).isFalse();
  }

  private Line line(Mishap mishap) throws IOException {
    Line line = unserved(mishap);
    assertThat(loop.serve(line, line.near)).isTrue();
    return line;
  }

  private Line unserved(Mishap mishap) throws IOException {
    SocketChannel far = SocketChannel.open(server.getLocalAddress());
    SocketChannel near = server.accept();
    near.configureBlocking(false);
    return new Line(mishap, near, far, new LinkedBlockingQueue<>());
  }

  /** One too many. */
  private static final class Unstartable extends Thread {

    private Unstartable(Runnable task) {
      super(task);
    }

    @Override
    public synchronized void start() {
      throw new OutOfMemoryError("as the test wants");
    }
  }

  /** What happens when somebody's socket is read. */
  private enum Mishap {
    NONE,
    BYTE_BY_BYTE,
    EXCEPTION,
    ERROR,
    INTERRUPT;

    void happen() {
      switch (this) {
        case EXCEPTION -> throw new IllegalStateException("as the test wants");
        case ERROR -> throw new AssertionError("as the test wants");
        case INTERRUPT -> Thread.currentThread().interrupt();
        case NONE, BYTE_BY_BYTE -> {}
      }
    }
  }

  /** A socket at whose near end what comes is noted. */
  private record Line(
      Mishap mishap, SocketChannel near, SocketChannel far, BlockingQueue<String> notes)
      implements Served, AutoCloseable {

    void says(String text) throws IOException {
      far.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    String heard() throws InterruptedException {
      return String.valueOf(notes.poll(10, TimeUnit.SECONDS));
    }

    @Override
    public int interests() {
      return SelectionKey.OP_READ;
    }

    @Override
    public boolean read(ByteBuffer buffer) {
      try {
        boolean slow = mishap == Mishap.BYTE_BY_BYTE;
        if (near.read(buffer.clear().limit(slow ? 1 : buffer.capacity())) > 0) {
          mishap.happen();
          notes.add(UTF_8.decode(buffer.flip()).toString());
          return slow;
        }
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
      return false;
    }

    @Override
    public void writable() {}

    @Override
    public void hangUp() {
      notes.add("hung up");
      try {
        near.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() throws IOException {
      near.close();
      far.close();
    }
  }
}
