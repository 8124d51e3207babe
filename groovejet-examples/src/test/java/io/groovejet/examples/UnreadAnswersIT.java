package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks Tomcat for much and reads none of it gets no thread to wait for that. */
class UnreadAnswersIT {

  private static final int CONNECTIONS = 200; // as many as there are threads
  private static final int REQUESTS = 20; // whose answers are more than the sockets take

  private static final int PATIENCE_MILLIS = 20_000;

  private final List<Socket> unread = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"/arena.js", "/client/src/room.js"})
  void answersThatNobodyReadsKeepNobodyOut(String path) throws Exception {
    try (ExampleServer server = start()) {
      begin(URI.create(server.url()), "GET " + path);

      Member.at(server.url()).opensRoom();
      hangUp(); // or the server's end would wait for them
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS *", "TRACE /"})
  void whatIsItsOwnIsAnsweredOnce(String line) throws Exception {
    try (ExampleServer server = start();
        Socket socket = connected(URI.create(server.url()))) {
      String request = line + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

      socket.getOutputStream().write(request.repeat(2).getBytes(US_ASCII));

      String answers = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answers.split("HTTP/1.1", -1)).hasSize(1 + 1);
    }
  }

  private void begin(URI url, String line) throws IOException {
    String request = line + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n";
    for (int one = 0; one < CONNECTIONS; one++) {
      Socket socket = connected(url);
      unread.add(socket);
      socket.getOutputStream().write(request.repeat(REQUESTS).getBytes(US_ASCII));
    }
    for (Socket socket : unread) {
      assertThat(socket.getInputStream().read()).isEqualTo('H'); // so as many threads were at it
    }
  }

  private static Socket connected(URI url) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
    return socket;
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : unread) {
      socket.close();
    }
  }

  private static ExampleServer start() throws BadOptionException {
    List<String> options =
        List.of(
            "--port=0", "--transport=" + Transport.TOMCAT.wording(), "--handshake-timeout=PT1M");
    return ExampleServer.start(ExampleOptions.parse(options, new Properties()));
  }
}
