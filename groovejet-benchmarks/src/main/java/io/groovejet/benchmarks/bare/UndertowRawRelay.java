package io.groovejet.benchmarks.bare;

import io.groovejet.frame.AcceptKey;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** On Undertow's upgraded sockets, below its WebSockets. */
final class UndertowRawRelay {

  private final StreamConnection connection;
  private final RawClient client;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>(1); // guarded by itself

  private UndertowRawRelay(Seats<RawClient> seats, String query, StreamConnection connection) {
    this.connection = connection;
    this.client = new RawClient(seats, query, this::write, this::end);
  }

  static int start() {
    Seats<RawClient> seats = new Seats<>();
    Undertow server =
        Undertow.builder()
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> upgrade(exchange, seats))
            .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private static void upgrade(HttpServerExchange exchange, Seats<RawClient> seats) {
    String key = exchange.getRequestHeaders().getFirst(Headers.SEC_WEB_SOCKET_KEY);
    exchange.getResponseHeaders().put(Headers.UPGRADE, "websocket");
    exchange.getResponseHeaders().put(Headers.SEC_WEB_SOCKET_ACCEPT, AcceptKey.of(key));
    String query = exchange.getQueryString();
    exchange.upgradeChannel(
        (connection, upgraded) -> {
          UndertowRawRelay relay = new UndertowRawRelay(seats, query, connection);
          upgraded.getConnection().addCloseListener(closed -> relay.client.leave());
          connection.getSinkChannel().setWriteListener(sink -> relay.flush());
          connection
              .getSourceChannel()
              .setReadListener(
                  source ->
                      relay.read(source, upgraded.getConnection().getByteBufferPool().allocate()));
          connection.getSourceChannel().resumeReads();
        });
    exchange.endExchange();
  }

  private void read(ConduitStreamSourceChannel source, PooledByteBuffer pooled) {
    try (pooled) {
      ByteBuffer buffer = pooled.getBuffer();
      int size = source.read(buffer);
      while (size > 0) {
        client.read(buffer.flip());
        size = source.read(buffer.clear());
      }
      if (size < 0) {
        end();
      }
    } catch (IOException reset) {
      end();
    }
  }

  private void write(ByteBuffer frame) {
    synchronized (waiting) {
      waiting.add(frame);
      if (waiting.size() == 1) {
        flush();
      }
    }
  }

  private void flush() {
    ConduitStreamSinkChannel sink = connection.getSinkChannel();
    synchronized (waiting) {
      try {
        while (!waiting.isEmpty()) {
          sink.write(waiting.element());
          if (waiting.element().hasRemaining()) {
            sink.resumeWrites();
            return;
          }
          waiting.remove();
        }
        sink.suspendWrites();
        sink.flush();
      } catch (IOException lost) {
        end();
      }
    }
  }

  private void end() {
    IoUtils.safeClose(connection);
  }
}
