package io.groovejet.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import io.groovejet.testkit.ServedTransport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a container must not mix up between handshakes. */
interface HandshakesContract extends ServedTransport {

  /** How many arrive at once. */
  int CROWD = 48;

  @Test
  default void simultaneousHandshakesKeepWhatIsTheirs() throws Exception {
    Lobby lobby = Lobby.ofDefaults();
    URI endpoint = serve(lobby);
    List<RoomCode> rooms = Stream.generate(lobby::openRoom).limit(CROWD).toList();

    List<Arrival> arrivals = allAtOnce(endpoint, rooms);

    for (Arrival arrival : arrivals) {
      arrival.check(lobby);
      arrival.socket.close();
    }
    stop();
    lobby.close();
  }

  private static List<Arrival> allAtOnce(URI endpoint, List<RoomCode> rooms) throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    try {
      List<Future<Arrival>> arriving = new ArrayList<>();
      for (int number = 0; number < rooms.size(); number++) {
        URI uri = URI.create(endpoint + "?host=true&code=" + rooms.get(number).value());
        RoomCode room = rooms.get(number);
        boolean offers = number % 2 == 0;
        arriving.add(crowd.submit(() -> arrive(uri, room, offers)));
      }
      List<Arrival> arrivals = new ArrayList<>();
      for (Future<Arrival> arrival : arriving) {
        arrivals.add(arrival.get());
      }
      return arrivals;
    } finally {
      crowd.shutdownNow();
    }
  }

  private static Arrival arrive(URI uri, RoomCode room, boolean offers) {
    RawRequest handshake = RawRequest.upgrade(uri);
    if (offers) {
      handshake.header("Sec-WebSocket-Protocol", "groovejet.v2");
    }
    RawWebSocket socket = handshake.open();
    String identity = socket.nextText();
    socket.send("{\"type\":\"anything\"}");
    assertThat(socket.nextText()).contains("unknownMessageType");
    return new Arrival(socket, identity, room, offers);
  }

  /**
   * Somebody who came.
   *
   * @param socket the connection
   * @param identity the first message
   * @param room the room the query asks to host, which the message dialect takes no notice of
   * @param offers whether the message dialect was offered by name
   */
  record Arrival(RawWebSocket socket, String identity, RoomCode room, boolean offers) {

    private void check(Lobby lobby) {
      String answered =
          RawRequest.header(socket.handshake(), "Sec-WebSocket-Protocol").orElse("none");
      String host = String.valueOf(lobby.room(room).orElseThrow().host().holder());
      if (offers) {
        assertThat(answered).isEqualTo("groovejet.v2");
        assertThat(identity).contains("clientToken");
        assertThat(host).isEqualTo("null");
      } else {
        assertThat(answered).isEqualTo("none");
        assertThat(identity).doesNotContain("clientToken").contains(host);
      }
    }
  }
}
