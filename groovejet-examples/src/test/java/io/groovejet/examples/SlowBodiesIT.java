package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever announces a body and sends little of it gets no thread to wait for the rest. */
class SlowBodiesIT {

  private static final int OF_EACH_KIND = 110; // two of which are more than Tomcat has threads

  private final List<Socket> slow = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Transport.class)
  void bodiesThatDoNotComeKeepNobodyOut(Transport transport) throws Exception {
    try (ExampleServer server = start(transport)) {
      for (String line : List.of("GET /", "POST /rooms", "PUT /none", "TRACE /", "OPTIONS *")) {
        begin(URI.create(server.url()), line, "Content-Length: 1000");
        begin(URI.create(server.url()), line, "Transfer-Encoding: chunked");
      }

      Member.at(server.url()).opensRoom();
    }
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
  }

  private void begin(URI url, String line, String announcement) throws IOException {
    String head = line + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n" + announcement;
    for (int one = 0; one < OF_EACH_KIND; one++) {
      Socket socket = new Socket(url.getHost(), url.getPort());
      slow.add(socket);
      socket.getOutputStream().write((head + "\r\n\r\n1").getBytes(US_ASCII));
    }
  }

  private static ExampleServer start(Transport transport) throws BadOptionException {
    List<String> options =
        List.of("--port=0", "--transport=" + transport.wording(), "--handshake-timeout=PT1M");
    return ExampleServer.start(ExampleOptions.parse(options, new Properties()));
  }
}
