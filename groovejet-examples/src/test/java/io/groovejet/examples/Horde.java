package io.groovejet.examples;

import io.groovejet.testkit.Frame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Many attacking connections on one thread. */
final class Horde implements AutoCloseable {

  /** In place of a close code: the connection ended without one. */
  static final int CUT_OFF = 1006;

  /** In place of a close code: it has not ended. */
  static final int OPEN = 0;

  private static final int CONNECTING = 32; // at once, as servers queue not many more
  private static final Duration NAP = Duration.ofMillis(2);

  private final InetSocketAddress server;
  private final Selector selector;
  private final Queue<Foe> waiting;
  private final List<Assault> assaults = new ArrayList<>();
  private int connecting; // connections that are neither made nor refused

  /** A horde that is to attack the server at that URL. */
  Horde(String url, List<Foe> foes) throws IOException {
    URI where = URI.create(url);
    this.server = new InetSocketAddress(where.getHost(), where.getPort());
    this.selector = Selector.open();
    this.waiting = new ArrayDeque<>(foes);
  }

  /** Attacks until every connection has ended, or for so long. */
  Horde attack(Duration longest) throws IOException {
    return attackUntil(this::isOver, longest);
  }

  /** Attacks until it has heard so many messages, or for so long. */
  Horde attackUntilHeard(long messages, Duration longest) throws IOException {
    return attackUntil(
        () -> assaults.stream().mapToInt(one -> one.heard().size()).sum() >= messages, longest);
  }

  /** Attacks until that is so, or for so long. */
  Horde attackUntil(BooleanSupplier enough, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end && !enough.getAsBoolean()) {
      connectMore();
      selector.select(NAP.toMillis());
      for (SelectionKey key : selector.selectedKeys()) {
        serve(key);
      }
      selector.selectedKeys().clear();
      long now = System.nanoTime();
      assaults.forEach(assault -> assault.goOn(now));
    }
    return this;
  }

  /** How many connections ended with which code. */
  Map<Integer, Integer> ends() {
    Map<Integer, Integer> ends = new TreeMap<>();
    assaults.forEach(assault -> ends.merge(assault.end(), 1, Integer::sum));
    return ends;
  }

  /** How many of the messages that came have this in them. */
  long heard(String part) {
    return assaults.stream()
        .flatMap(assault -> assault.heard().stream())
        .filter(Frame::isText)
        .filter(frame -> frame.text().contains(part))
        .count();
  }

  @Override
  public void close() throws IOException {
    assaults.forEach(Assault::reset);
    selector.close();
  }

  private boolean isOver() {
    return waiting.isEmpty() && assaults.stream().allMatch(assault -> assault.end() != OPEN);
  }

  private void connectMore() throws IOException {
    while (connecting < CONNECTING && !waiting.isEmpty()) {
      Foe foe = waiting.remove();
      SocketChannel socket = SocketChannel.open();
      socket.configureBlocking(false);
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (!foe.reads()) {
        socket.setOption(StandardSocketOptions.SO_RCVBUF, 4 * 1024);
      }
      SelectionKey key = socket.register(selector, SelectionKey.OP_CONNECT);
      Assault assault = new Assault(foe, socket, key);
      key.attach(assault);
      assaults.add(assault);
      connecting++;
      socket.connect(server);
    }
  }

  private void serve(SelectionKey key) {
    Assault assault = (Assault) key.attachment();
    if (key.isValid() && key.isConnectable()) {
      connecting--;
      assault.connected();
    } else if (key.isValid()) {
      assault.ready(ByteBuffer.allocate(64 * 1024));
    }
  }
}
