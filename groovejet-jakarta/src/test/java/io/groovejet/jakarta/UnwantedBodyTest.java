package io.groovejet.jakarta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.RawWebSocket;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.Test;

class UnwantedBodyTest {

  private static final int THREADS = 4;
  private static final String LENGTH = "Content-Length: 6";
  private static final String CHUNKS = "Transfer-Encoding: chunked";

  @Test
  void bodiesThatDoNotComeKeepNobodyOut() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, Duration.ofMinutes(1));
        SlowBodies known = SlowBodies.at(tomcat.at("/lobby/rooms"), THREADS, LENGTH);
        SlowBodies chunks = SlowBodies.at(tomcat.at("/lobby/rooms"), THREADS, CHUNKS);
        RawWebSocket newcomer = RawWebSocket.to(tomcat.at("/lobby"))) {
      assertThat(newcomer.nextText()).contains("identity");
      assertThat(known.sockets()).hasSameSizeAs(chunks.sockets());
    }
  }

  @Test
  void aBodyThatTakesTooLongEndsTheConnection() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, Duration.ofSeconds(1));
        SlowBodies known = SlowBodies.at(tomcat.at("/lobby/rooms"), THREADS, LENGTH);
        SlowBodies chunks = SlowBodies.at(tomcat.at("/lobby/rooms"), THREADS, CHUNKS)) {
      assertThat(rest(known.sockets().get(0))).contains(" 201 ").contains("Connection: close");
      assertThat(rest(chunks.sockets().get(0))).contains(" 201 ").contains("Connection: close");
    }
  }

  @Test
  void aRequestWhoseBodyComesLaterIsAnsweredThen() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, ServletReply.PATIENCE);
        SlowBodies known = SlowBodies.at(tomcat.at("/lobby/rooms"), 1, LENGTH);
        SlowBodies chunks = SlowBodies.at(tomcat.at("/lobby/rooms"), 1, CHUNKS)) {
      String next = "GET /beside HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

      send(known.sockets().get(0), "23456" + next);
      send(chunks.sockets().get(0), "\r\n2\r\n0\r\n\r\n" + next);

      assertThat(rest(known.sockets().get(0))).contains(" 201 ").endsWith("beside");
      assertThat(rest(chunks.sockets().get(0))).contains(" 201 ").endsWith("beside");
    }
  }

  @Test
  void nobodyWaitsForTheBodyOfARequestThatIsRefused() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, ServletReply.PATIENCE);
        SlowBodies foreign =
            SlowBodies.at(
                tomcat.at("/lobby/rooms"), 1, "Origin: http://evil.example\r\n" + CHUNKS)) {
      assertThat(rest(foreign.sockets().get(0))).contains(" 403 ").contains("Connection: close");
    }
  }

  @Test
  void aBodyThatIsTooLongEndsTheConnection() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, ServletReply.PATIENCE);
        SlowBodies known =
            SlowBodies.at(tomcat.at("/lobby/rooms"), 1, "Content-Length: 100000000")) {
      assertThat(rest(known.sockets().get(0))).contains(" 201 ").contains("Connection: close");
    }
  }

  private static ServedTomcat served(Lobby lobby, Duration patience) throws Exception {
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setMinSpareThreads(THREADS);
    protocol.setMaxThreads(THREADS);
    LobbyFilter filter = new LobbyFilter("/lobby", lobby, () -> {}, patience);
    return ServedTomcat.with(protocol, context -> LobbyMount.install(context, "/lobby", filter));
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  private static String rest(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }
}
