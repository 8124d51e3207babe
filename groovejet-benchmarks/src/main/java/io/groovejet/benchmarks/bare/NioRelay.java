package io.groovejet.benchmarks.bare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** On nothing but {@code java.nio}: one thread, one loop. */
final class NioRelay {

  private static final int LARGEST = 256 * 1024;

  private final Seats<RawClient> seats = new Seats<>();
  private final ByteBuffer arrived = ByteBuffer.allocateDirect(LARGEST);
  private final Selector selector;
  private final ServerSocketChannel listener;

  private NioRelay() throws IOException {
    selector = Selector.open();
    listener = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0), 4096);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  static int start() throws IOException {
    NioRelay relay = new NioRelay();
    new Thread(relay::run, "relay").start();
    return relay.listener.socket().getLocalPort();
  }

  private void run() {
    try {
      while (true) {
        selector.select(this::serve);
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void serve(SelectionKey key) {
    if (key.attachment() instanceof NioClient client) {
      client.serve(arrived);
    } else {
      accept();
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept();
      while (channel != null) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new NioClient(seats, key));
        channel = listener.accept();
      }
    } catch (IOException gone) {
      // whoever wanted to connect has thought better of it
    }
  }
}
