package io.groovejet.benchmarks.bare;

import io.groovejet.benchmarks.bare.Seats.Seat;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.net.InetSocketAddress;

/** On Undertow's text API. */
final class UndertowRelay extends AbstractReceiveListener {

  private final Seat<WebSocketChannel> seat;

  private UndertowRelay(Seat<WebSocketChannel> seat) {
    this.seat = seat;
  }

  static int start() {
    Seats<WebSocketChannel> seats = new Seats<>();
    Undertow server =
        Undertow.builder()
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                Handlers.websocket(
                    (exchange, channel) -> {
                      Seat<WebSocketChannel> seat = seats.sit(exchange.getQueryString(), channel);
                      channel.addCloseTask(seat::leave);
                      channel.getReceiveSetter().set(new UndertowRelay(seat));
                      channel.resumeReceives();
                    }))
            .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
    String text = message.getData();
    if (seat.isHost()) {
      pass(text.substring(Seats.DIGITS), seat.at(Seats.number(text)));
    } else {
      pass(text, seat.host());
    }
  }

  private static void pass(String text, WebSocketChannel to) {
    if (to != null) {
      WebSockets.sendText(text, to, null);
    }
  }
}
