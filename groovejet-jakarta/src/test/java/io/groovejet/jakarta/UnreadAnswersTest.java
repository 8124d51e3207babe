package io.groovejet.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.testkit.RawWebSocket;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadAnswersTest {

  private static final int THREADS = 4;
  private static final int CHUNK = 100_000;

  @ParameterizedTest
  @CsvSource({"/lobby/rooms, 1000", "/long, 5"})
  void answersThatNobodyReadsKeepNobodyOut(String path, int number) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, Duration.ofMinutes(1));
        UnreadAnswers unread = UnreadAnswers.from(tomcat.at(path), THREADS, number)) {
      unread.awaitFirst(); // so all threads were at it

      try (RawWebSocket newcomer = RawWebSocket.to(tomcat.at("/lobby"))) {
        assertThat(newcomer.nextText()).contains("identity");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/lobby/rooms, 405, 1000, 0", "/long, 200, 5, 5"})
  void whoReadsLateMissesNothing(String path, String status, int number, int chunks)
      throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, Duration.ofMinutes(1));
        UnreadAnswers unread = UnreadAnswers.from(tomcat.at(path), 1, number)) {
      unread.awaitFirst();

      String rest = unread.rest();

      assertThat(rest.split("TTP/1.1 " + status, -1)).hasSize(1 + number);
      assertThat(rest.split("x{" + CHUNK + "}", -1)).hasSize(1 + chunks);
    }
  }

  @Test
  void whoDoesNotReadAtAllIsCutOff() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = served(lobby, Duration.ofSeconds(1));
        UnreadAnswers unread = UnreadAnswers.from(tomcat.at("/long"), 1, 5)) {
      Socket socket = unread.sockets().get(0);

      assertTimeoutPreemptively(
          Duration.ofMinutes(1),
          () ->
              assertThatThrownBy(
                      () -> {
                        while (true) {
                          socket.getOutputStream().write(new byte[CHUNK]);
                        }
                      })
                  .isInstanceOf(SocketException.class));
    }
  }

  private static ServedTomcat served(Lobby lobby, Duration patience) throws Exception {
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setMinSpareThreads(THREADS);
    protocol.setMaxThreads(THREADS);
    protocol.setMaxKeepAliveRequests(-1);
    protocol.setConnectionTimeout((int) patience.toMillis());
    protocol.setProperty("socket.txBufSize", "4096");
    return ServedTomcat.with(protocol, context -> mount(context, lobby));
  }

  private static void mount(ServletContext context, Lobby lobby) {
    ServletRegistration.Dynamic servlet = context.addServlet("long", new Wordy());
    servlet.setAsyncSupported(true);
    servlet.addMapping("/long");
    LobbyMount.install(context, "/lobby", lobby);
  }

  /** A servlet of the application's own. */
  private static final class Wordy extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      HttpReply reply = new HttpReply(200, List.of(), "x".repeat(CHUNK));
      ServletReply.send(reply, request, response);
    }
  }
}
