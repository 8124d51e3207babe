package io.groovejet.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.MountPath;
import io.groovejet.OpeningHandshake;
import io.groovejet.frame.AcceptKey;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A lobby mounted at a path of a Jetty server.
 *
 * <pre>{@code
 * Server server = new Server(8080);
 * server.setHandler(new Handler.Sequence(LobbyHandler.at("/lobby", lobby), pages));
 * server.start();
 * }</pre>
 *
 * <p>What is not the lobby's goes on to the handler wrapped by {@link #setHandler}, if there is
 * one, else to whatever Jetty asks next. A wrapped handler is also asked first when somebody
 * plainly gets the endpoint, which is how a page lives at the same address.
 *
 * <p>The lobby is not the handler's: it outlives the server, and several may serve it.
 */
public final class LobbyHandler extends Handler.Wrapper {

  private final MountPath mount;
  private final Lobby lobby;

  private LobbyHandler(MountPath mount, Lobby lobby) {
    this.mount = mount;
    this.lobby = lobby;
  }

  /**
   * Mounts a lobby.
   *
   * @param path where, such as {@code /lobby}, below the path of the context around it, if any;
   *     {@code /} for all of it
   */
  public static LobbyHandler at(String path, Lobby lobby) {
    return new LobbyHandler(MountPath.of(path), lobby);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<String> path = mount.below(Request.getPathInContext(request));
    if (path.isEmpty()) {
      return super.handle(request, response, callback);
    }
    JettyRequest asked = new JettyRequest(request, path.get());
    if (asked.asksForWebSocket()) {
      lobby
          .handshake(asked)
          .tell(
              handshake -> upgrade(handshake, request, response, callback),
              reply -> send(reply, response, callback));
      return true;
    }
    return answer(asked, request, response, callback);
  }

  private boolean answer(JettyRequest asked, Request request, Response response, Callback callback)
      throws Exception {
    if (asked.isForEndpoint() && super.handle(request, response, callback)) {
      return true;
    }
    Optional<HttpReply> reply = lobby.answer(asked);
    if (reply.isEmpty()) {
      return super.handle(request, response, callback);
    }
    send(reply.get(), response, callback);
    return true;
  }

  private static void send(HttpReply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach(field -> response.getHeaders().add(field.name(), field.value()));
    byte[] body = reply.body().getBytes(UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Jetty makes the new connection the reader of the socket, which then also answers 101. */
  private void upgrade(
      OpeningHandshake handshake, Request request, Response response, Callback callback) {
    String key = request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY);
    response.setStatus(101);
    response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
    response.getHeaders().put(HttpHeader.CONNECTION, "Upgrade");
    response.getHeaders().put(HttpHeader.SEC_WEBSOCKET_ACCEPT, AcceptKey.of(key));
    if (handshake.subprotocol() != null) {
      response.getHeaders().put(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL, handshake.subprotocol());
    }
    ClientConnection connection = ClientConnection.of(request, lobby, handshake);
    request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
    HeldAnswer.to(request, connection::keepAnswer);
    response.write(true, null, callback);
  }
}
