package io.groovejet.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.Frame;
import io.groovejet.testkit.RawWebSocket;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11Nio2Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.Test;

class TomcatThreadsTest {

  private static final int THREADS = 4;

  @Test
  void playersAreServedWhileNoThreadIsLeftForRequests() throws Exception {
    Semaphore held = new Semaphore(0);
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat =
            ServedTomcat.with(
                narrow(),
                context -> {
                  context.addServlet("reads", new Reads(held)).addMapping("/reads");
                  LobbyMount.install(context, "/lobby", lobby);
                });
        RawWebSocket host = RawWebSocket.to(tomcat.at("/lobby"));
        RawWebSocket guest = RawWebSocket.to(tomcat.at("/lobby"))) {
      host.nextText();
      host.send("{\"type\":\"createRoom\",\"data\":{}}");
      String code = host.nextText().replaceFirst(".*\"roomCode\":\"([^\"]*)\".*", "$1");
      try (SlowBodies bodies =
          SlowBodies.at(tomcat.at("/reads"), THREADS, "Content-Length: 1000")) {
        boolean allHeld = held.tryAcquire(THREADS, 20, TimeUnit.SECONDS);

        guest.nextText();
        guest.send("{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"" + code + "\"}}");
        String joined = guest.nextText();
        guest.send("{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":1}}");
        String news = host.nextText();
        String offer = host.nextText();

        assertThat(allHeld).isTrue();
        assertThat(joined).contains("roomJoined");
        assertThat(news).contains("clientJoined");
        assertThat(offer).contains("guestOfferSignal").contains("\"offerSignal\":1");
        assertThat(bodies.sockets()).hasSize(THREADS);
      }
    }
  }

  @Test
  void tomcatsOwnThreadsServePlayersOfItsOtherConnector() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat =
            ServedTomcat.with(
                new Http11Nio2Protocol(), context -> LobbyMount.install(context, "/lobby", lobby));
        RawWebSocket client = RawWebSocket.to(tomcat.at("/lobby"))) {
      String identity = client.nextText();

      client.send("{\"type\":\"what?\"}");
      String answer = client.nextText();
      client.send(Frame.close(1000));

      assertThat(identity).contains("\"type\":\"identity\"");
      assertThat(answer).contains("unknownMessageType");
      assertThat(client.closeCode()).isEqualTo(1000);
    }
  }

  private static Http11NioProtocol narrow() {
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setMinSpareThreads(THREADS);
    protocol.setMaxThreads(THREADS);
    return protocol;
  }

  /** A servlet of the application's own that reads all there is, and waits for it. */
  private static final class Reads extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Semaphore held;

    private Reads(Semaphore held) {
      this.held = held;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      held.release();
      request.getInputStream().readAllBytes();
    }
  }
}
