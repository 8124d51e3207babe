package io.groovejet.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * All connections of a load, on the one thread that turns it: cheap enough that a server on another
 * core is what limits the load.
 */
final class Crowd implements AutoCloseable {

  private static final int LARGEST = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Selector selector;
  private final ByteBuffer arrived = ByteBuffer.allocateDirect(LARGEST);

  Crowd() {
    try {
      selector = Selector.open();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Begins to connect; {@code ears} hears how it goes on. */
  Connection connect(URI endpoint, Ears ears) {
    try {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      Connection connection = new Connection(key, endpoint, ears);
      key.attach(connection);
      channel.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
      return connection;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Does all there is to do, waiting so long for something to do; not at all for zero. */
  void turn(long waitMillis) {
    try {
      if (waitMillis == 0) {
        selector.selectNow(this::serve);
      } else {
        selector.select(this::serve, waitMillis);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Turns until that is so, which is to be soon. */
  void until(String what, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain until " + what);
      }
      turn(10);
    }
  }

  /** Turns for so long. */
  void pass(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      turn(1);
    }
  }

  @Override
  public void close() {
    try {
      selector.keys().forEach(key -> ((Connection) key.attachment()).reset());
      selector.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void serve(SelectionKey key) {
    ((Connection) key.attachment()).serve(arrived);
  }
}
