package io.groovejet.benchmarks.bare;

import io.groovejet.frame.AcceptKey;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** On Tomcat's sockets, below its WebSockets. */
public final class TomcatRawRelay implements InternalHttpUpgradeHandler {

  private static final int BUFFER = 8 * 1024;
  private static final Seats<RawClient> SEATS = new Seats<>(); // the container makes the sockets
  private static final ThreadLocal<ByteBuffer> BUFFERS =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(BUFFER));

  private String query;
  private SocketWrapperBase<?> socket;
  private RawClient client;

  /** For the container. */
  public TomcatRawRelay() {}

  static int start() throws Exception {
    return TomcatRelay.start(
        servlets ->
            servlets
                .addFilter("raw", new Upgrades())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*"));
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> ofThisConnection) {
    socket = ofThisConnection;
  }

  @Override
  public void init(WebConnection connection) {
    socket.setReadTimeout(-1);
    client = new RawClient(SEATS, query, this::write, socket::close);
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    if (event == SocketEvent.OPEN_WRITE) {
      return flush() ? SocketState.UPGRADED : SocketState.CLOSED;
    }
    if (event != SocketEvent.OPEN_READ) {
      return SocketState.CLOSED;
    }
    ByteBuffer buffer = BUFFERS.get().clear();
    try {
      while (socket.read(false, buffer) > 0) {
        client.read(buffer.flip());
        buffer.clear();
      }
    } catch (IOException gone) {
      return SocketState.CLOSED;
    }
    return SocketState.UPGRADED;
  }

  private synchronized void write(ByteBuffer frame) {
    try {
      socket.write(false, frame);
    } catch (IOException gone) {
      socket.close();
    }
    flush();
  }

  private synchronized boolean flush() {
    try {
      if (socket.flush(false)) {
        socket.registerWriteInterest();
      }
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void destroy() {
    client.leave();
  }

  @Override
  public void timeoutAsync(long now) {}

  @Override
  public void setSslSupport(SSLSupport none) {}

  @Override
  public void pause() {}

  private static final class Upgrades implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      HttpServletRequest asked = (HttpServletRequest) request;
      HttpServletResponse answer = (HttpServletResponse) response;
      answer.setHeader("Upgrade", "websocket");
      answer.setHeader("Connection", "upgrade");
      answer.setHeader("Sec-WebSocket-Accept", AcceptKey.of(asked.getHeader("Sec-WebSocket-Key")));
      asked.upgrade(TomcatRawRelay.class).query = asked.getQueryString();
    }
  }
}
