package io.groovejet.examples;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.undertow.LobbyHandler;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.xnio.Options;

/** The lobby and the page on Undertow. */
final class UndertowServer implements RunningServer {

  private final Undertow undertow;

  private UndertowServer(Undertow undertow) {
    this.undertow = undertow;
  }

  static RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake) {
    int millis = (int) Math.min(handshake.toMillis(), Integer.MAX_VALUE);
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(where.getPort(), where.getHostString())
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis)
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis)
            .setSocketOption(Options.SEND_BUFFER, SEND_BUFFER)
            .setHandler(LobbyHandler.of(lobby, exchange -> answer(site, exchange)))
            .build();
    undertow.start();
    return new UndertowServer(undertow);
  }

  @Override
  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void stop() {
    undertow.stop();
  }

  private static void answer(Site site, HttpServerExchange exchange) {
    String method = exchange.getRequestMethod().toString();
    HttpReply reply = site.answer(method, exchange.getRequestPath());
    exchange.setStatusCode(reply.status());
    for (HttpReply.Header header : reply.headers()) {
      exchange.getResponseHeaders().put(new HttpString(header.name()), header.value());
    }
    exchange.getResponseSender().send(reply.body());
  }
}
