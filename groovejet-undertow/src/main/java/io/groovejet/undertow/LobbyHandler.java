package io.groovejet.undertow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.frame.AcceptKey;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * A lobby, to be mounted at a path of an Undertow server.
 *
 * <pre>{@code
 * Undertow.builder()
 *     .addHttpListener(8080, "0.0.0.0")
 *     .setHandler(new PathHandler(pages).addPrefixPath("/lobby", LobbyHandler.of(lobby)))
 *     .build()
 *     .start();
 * }</pre>
 *
 * <p>The lobby is not the handler's: it outlives the server, and several may serve it.
 */
public final class LobbyHandler implements HttpHandler {

  private final Lobby lobby;
  private final @Nullable HttpHandler next;
  private final Map<XnioIoThread, Door> doors = new ConcurrentHashMap<>();

  private LobbyHandler(Lobby lobby, @Nullable HttpHandler next) {
    this.lobby = lobby;
    this.next = next;
  }

  /** A lobby with nothing else at or below its path. */
  public static LobbyHandler of(Lobby lobby) {
    return new LobbyHandler(lobby, null);
  }

  /**
   * A lobby that shares its path.
   *
   * @param next gets what is not the lobby's, and plain requests of the endpoint itself: a page may
   *     live at the same address
   */
  public static LobbyHandler of(Lobby lobby, HttpHandler next) {
    return new LobbyHandler(lobby, next);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    ExchangeRequest asked = new ExchangeRequest(exchange);
    if (asked.asksForWebSocket()) {
      Door door = doors.computeIfAbsent(exchange.getIoThread(), this::open);
      if (exchange.isInIoThread()) {
        exchange.dispatch(door.entrance(), arrived -> welcome(arrived, door));
      } else {
        welcome(exchange, door);
      }
    } else if (asked.isForEndpoint() && next != null) {
      next.handleRequest(exchange);
    } else {
      answer(asked, exchange);
    }
  }

  private Door open(XnioIoThread thread) {
    return Door.of(thread, () -> doors.remove(thread));
  }

  /** How many threads it serves, of all servers it is mounted in. */
  int threads() {
    return doors.size();
  }

  private void welcome(HttpServerExchange exchange, Door door) {
    lobby
        .handshake(new ExchangeRequest(exchange))
        .tell(handshake -> upgrade(handshake, exchange, door), reply -> send(reply, exchange));
  }

  private void answer(ExchangeRequest asked, HttpServerExchange exchange) throws Exception {
    Optional<HttpReply> reply = lobby.answer(asked);
    if (reply.isPresent()) {
      send(reply.get(), exchange);
    } else if (next != null) {
      next.handleRequest(exchange);
    } else {
      ResponseCodeHandler.HANDLE_404.handleRequest(exchange);
    }
  }

  private static void send(HttpReply reply, HttpServerExchange exchange) {
    exchange.setStatusCode(reply.status());
    HeaderMap headers = exchange.getResponseHeaders();
    reply.headers().forEach(field -> headers.add(new HttpString(field.name()), field.value()));
    exchange.getResponseSender().send(reply.body(), UTF_8);
  }

  /** Answers 101; Undertow then hands over the socket. */
  private void upgrade(OpeningHandshake handshake, HttpServerExchange exchange, Door door) {
    String key = exchange.getRequestHeaders().getFirst(Headers.SEC_WEB_SOCKET_KEY);
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.UPGRADE, "websocket");
    headers.put(Headers.SEC_WEB_SOCKET_ACCEPT, AcceptKey.of(key));
    if (handshake.subprotocol() != null) {
      headers.put(Headers.SEC_WEB_SOCKET_PROTOCOL, handshake.subprotocol());
    }
    exchange.upgradeChannel(new ClientSocket(lobby, handshake, door));
    exchange.endExchange();
  }
}
