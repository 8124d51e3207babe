package io.groovejet.benchmarks.bare;

import io.groovejet.frame.AcceptKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** On Jetty's end points, below its WebSockets. */
final class JettyRawRelay extends AbstractConnection implements Connection.UpgradeTo {

  private static final int INPUT_BUFFER = 16 * 1024;

  private final Connector connector;
  private final RawClient client;
  private final Callback readable =
      Callback.from(InvocationType.NON_BLOCKING, this::onFillable, failure -> close());
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>(1); // guarded by itself
  private boolean writing; // guarded by waiting

  private JettyRawRelay(Seats<RawClient> seats, Request request, Connector connector) {
    super(request.getConnectionMetaData().getConnection().getEndPoint(), connector.getExecutor());
    this.connector = connector;
    this.client = new RawClient(seats, request.getHttpURI().getQuery(), this::write, this::close);
  }

  static int start() throws Exception {
    Seats<RawClient> seats = new Seats<>();
    return JettyCoreRelay.start(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            upgrade(seats, request, response, callback);
            return true;
          }
        });
  }

  private static void upgrade(
      Seats<RawClient> seats, Request request, Response response, Callback callback) {
    String key = request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY);
    response.setStatus(101);
    response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
    response.getHeaders().put(HttpHeader.CONNECTION, "Upgrade");
    response.getHeaders().put(HttpHeader.SEC_WEBSOCKET_ACCEPT, AcceptKey.of(key));
    Connector connector = request.getConnectionMetaData().getConnector();
    request.setAttribute(
        HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, new JettyRawRelay(seats, request, connector));
    response.write(true, null, callback);
  }

  @Override
  public void onUpgradeTo(ByteBuffer early) {
    client.read(BufferUtil.copy(early));
  }

  @Override
  public void onOpen() {
    super.onOpen();
    getEndPoint().setIdleTimeout(0);
    onFillable();
  }

  @Override
  public void onFillable() {
    RetainableByteBuffer pooled = connector.getByteBufferPool().acquire(INPUT_BUFFER, true);
    ByteBuffer buffer = pooled.getByteBuffer();
    EndPoint socket = getEndPoint();
    try {
      BufferUtil.clear(buffer);
      int size = socket.fill(buffer);
      while (size > 0) {
        client.read(buffer);
        BufferUtil.clear(buffer);
        size = socket.fill(buffer);
      }
      if (size == 0) {
        fillInterested(readable);
      } else {
        close();
      }
    } catch (IOException reset) {
      close();
    } finally {
      pooled.release();
    }
  }

  @Override
  public void onClose(Throwable cause) {
    client.leave();
    super.onClose(cause);
  }

  private void write(ByteBuffer frame) {
    synchronized (waiting) {
      if (writing) {
        waiting.add(frame);
        return;
      }
      writing = true;
    }
    getEndPoint().write(Callback.from(this::writeNext, failure -> close()), frame);
  }

  private void writeNext() {
    ByteBuffer next;
    synchronized (waiting) {
      next = waiting.poll();
      writing = next != null;
    }
    if (next != null) {
      getEndPoint().write(Callback.from(this::writeNext, failure -> close()), next);
    }
  }
}
