package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever connects to the example server has to say what it wants, soon. */
class HandshakeDeadlineIT {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final String HEAD = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpg";

  @ParameterizedTest
  @EnumSource(Transport.class)
  void whoSaysNothingOrStopsIsCutOffAndOthersAreServed(Transport transport) throws Exception {
    try (ExampleServer server = start(transport);
        Socket mute = connected(server);
        Socket stuck = connected(server)) {
      stuck.getOutputStream().write(HEAD.getBytes(US_ASCII));

      assertThat(isCutOff(mute)).isTrue();
      assertThat(isCutOff(stuck)).isTrue();
      Member.at(server.url()).opensRoom();
    }
  }

  private static boolean isCutOff(Socket socket) throws IOException {
    try {
      byte[] answer = socket.getInputStream().readAllBytes(); // some say 408 before they hang up
      return answer.length < 1024;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static Socket connected(ExampleServer server) throws IOException {
    URI url = URI.create(server.url());
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static ExampleServer start(Transport transport) throws BadOptionException {
    List<String> options =
        List.of("--port=0", "--transport=" + transport.wording(), "--handshake-timeout=PT1S");
    return ExampleServer.start(ExampleOptions.parse(options, new Properties()));
  }
}
