package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExampleServerProcessIT {

  private static final Duration AN_END = Duration.ofSeconds(8);

  @ParameterizedTest
  @EnumSource(Transport.class)
  void clientsHearThatTheServerGoesBeforeItIsGone(Transport transport) throws Exception {
    try (ServerProcess server =
        ServerProcess.start("--port=0", "--transport", transport.wording())) {
      SocketClient client = new SocketClient(server.url(), "");
      client.hears("identity");
      client.says("{\"type\":\"createRoom\"}");
      client.hears("roomCreated");

      long asked = System.nanoTime();
      server.end();

      assertThat(client.hears("serverDraining")).contains("\"reconnectAfterMillis\":");
      assertThat(client.closeCode()).isEqualTo(1012);
      server.exitCode();
      Duration taken = Duration.ofNanos(System.nanoTime() - asked);
      System.out.println(transport + " ended in " + taken.toMillis() + " ms");
      assertThat(taken).isLessThan(AN_END);
      assertThat(server.output()).isEmpty();
      assertThat(server.complaints()).isEmpty();
    }
  }

  @Test
  void eachEventIsOneLineForWhoAsksForThem() throws Exception {
    try (ServerProcess server = ServerProcess.start("--port=0", "--log-events=on")) {
      SocketClient client = new SocketClient(server.url(), "");
      client.hears("identity");
      client.says("{\"type\":\"createRoom\"}");
      client.hears("roomCreated");

      assertThat(server.logs()).matches("\\S+ INFO roomOpened room=\\w\\w\\* client=\\w{6}");
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aRehearsalEndsByItself(Transport transport) throws Exception {
    try (ServerProcess server =
        ServerProcess.start("--rehearse", "--transport", transport.wording())) {
      assertThat(server.output()).containsExactly("REHEARSED");
      assertThat(server.complaints()).isEmpty();
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void helpListsTheOptions() throws Exception {
    try (ServerProcess server = ServerProcess.start("--help")) {
      assertThat(server.output()).anyMatch(line -> line.contains("--host-grace=PT8S"));
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void aBadOptionEndsItWithOneLine() throws Exception {
    try (ServerProcess server = ServerProcess.start("--host-grace=-1")) {
      assertThat(server.complaints())
          .singleElement()
          .asString()
          .startsWith("host-grace: expected a duration");
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aTakenPortEndsItWithOneLine(Transport transport) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> words =
          List.of("--port=" + taken.getLocalPort(), "--transport=" + transport.wording());
      try (ServerProcess server = ServerProcess.start(words.toArray(String[]::new))) {
        assertThat(server.complaints())
            .singleElement()
            .asString()
            .startsWith("port: cannot listen on 127.0.0.1:" + taken.getLocalPort());
        assertThat(server.exitCode()).isEqualTo(2);
        assertThat(server.output()).isEmpty();
      }
    }
  }
}
