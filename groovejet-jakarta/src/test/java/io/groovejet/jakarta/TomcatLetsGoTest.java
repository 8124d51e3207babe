package io.groovejet.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.RawWebSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.Test;

class TomcatLetsGoTest {

  /**
   * Tomcat lists connections that wait for their client. It never takes one off that another thread
   * ends while it is being listed, as does whoever writes to a client that was cut off.
   */
  @Test
  void aConnectionIsNotListedWhereItWouldBeForgotten() throws Exception {
    Listing protocol = new Listing();
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat =
            ServedTomcat.with(protocol, context -> LobbyMount.install(context, "/lobby", lobby));
        RawWebSocket client = RawWebSocket.to(tomcat.at("/lobby"))) {
      String identity = client.nextText();

      client.send("{\"type\":\"what?\"}");
      String first = client.nextText();
      client.send("{\"type\":\"what?\"}");
      String second = client.nextText();

      assertThat(identity).contains("\"type\":\"identity\"");
      assertThat(first).isEqualTo(second).contains("unknownMessageType");
      assertThat(protocol.listed).hasValue(0);
    }
  }

  @Test
  void aContextThatEndsSendsItsClientsAway() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat =
            ServedTomcat.with(context -> LobbyMount.install(context, "/lobby", lobby));
        RawWebSocket client = RawWebSocket.to(tomcat.at("/lobby"))) {
      String identity = client.nextText();

      tomcat.endContext();

      assertThat(identity).contains("\"type\":\"identity\"");
      assertThat(client.closeCode()).isEqualTo(1001);
      assertThat(lobby.report().connections()).isZero();
    }
  }

  private static final class Listing extends Http11NioProtocol {

    private final AtomicInteger listed = new AtomicInteger();

    @Override
    public void addWaitingProcessor(Processor processor) {
      listed.incrementAndGet();
      super.addWaitingProcessor(processor);
    }
  }
}
