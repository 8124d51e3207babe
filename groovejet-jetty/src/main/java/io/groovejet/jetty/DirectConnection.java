package io.groovejet.jetty;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.websocket.core.Behavior;
import org.eclipse.jetty.websocket.core.ExtensionStack;
import org.eclipse.jetty.websocket.core.Negotiated;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketConstants;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/**
 * A WebSocket that is read on the thread that found it readable: nothing behind it blocks, so no
 * other thread has to be woken for it.
 */
final class DirectConnection extends WebSocketConnection {

  /** In place of the address, of which nothing is asked any more. */
  private static final URI ADDRESS = URI.create("/");

  private static final int INPUT_BUFFER = 16 * 1024; // pooled, held only while there is input

  private final Callback readable =
      Callback.from(InvocationType.NON_BLOCKING, this::onFillable, this::onFillInterestedFailed);

  private final ClientFrames frames;

  private DirectConnection(
      EndPoint endPoint, Connector connector, WebSocketCoreSession session, ClientFrames frames) {
    super(
        endPoint,
        connector.getExecutor(),
        connector.getScheduler(),
        connector.getByteBufferPool(),
        session);
    this.frames = frames;
  }

  /** The connection of a request, to be used once it is upgraded. */
  static DirectConnection of(Request request, ClientFrames frames, WebSocketComponents components) {
    ConnectionMetaData http = request.getConnectionMetaData();
    WebSocketCoreSession session = session(request.isSecure(), frames, components);
    EndPoint socket = http.getConnection().getEndPoint();
    DirectConnection connection =
        new DirectConnection(socket, http.getConnector(), session, frames);
    session.setWebSocketConnection(connection);
    HttpConfiguration buffers = http.getHttpConfiguration();
    connection.setUseInputDirectByteBuffers(buffers.isUseInputDirectByteBuffers());
    connection.setUseOutputDirectByteBuffers(buffers.isUseOutputDirectByteBuffers());
    http.getConnector().getEventListeners().forEach(connection::addEventListener);
    return connection;
  }

  /** No extensions, no limit of frames, as messages have one, and no timeout but the lobby's. */
  private static WebSocketCoreSession session(
      boolean secure, ClientFrames frames, WebSocketComponents components) {
    ExtensionStack extensions = new ExtensionStack(components, Behavior.SERVER);
    extensions.negotiate(List.of(), List.of());
    String version = WebSocketConstants.SPEC_VERSION_STRING;
    Negotiated negotiated = new Negotiated(ADDRESS, null, secure, extensions, version);
    WebSocketCoreSession session =
        new WebSocketCoreSession(frames, Behavior.SERVER, negotiated, components);
    session.setIdleTimeout(Duration.ZERO);
    session.setMaxFrameSize(0);
    session.setInputBufferSize(INPUT_BUFFER);
    return session;
  }

  @Override
  public void fillInterested() {
    frames.rest();
    fillInterested(readable);
  }
}
