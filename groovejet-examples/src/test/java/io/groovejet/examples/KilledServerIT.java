package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** The server dies in the middle of its work, and is started again on what it kept. */
final class KilledServerIT {

  @TempDir Path folder;

  @RepeatedTest(5)
  void whatWasAcknowledgedIsThereAfterTheServerWasKilled() throws Exception {
    String token;
    String room;
    int acknowledged;
    try (ServerProcess server = start()) {
      SocketClient host = new SocketClient(server.url(), "");
      token = field(host.hears("identity"), "clientToken");
      host.says("{\"type\":\"createRoom\"}");
      room = field(host.hears("roomCreated"), "roomCode");
      acknowledged = saveUntilKilled(server, host);
    }

    try (ServerProcess server = start()) {
      SocketClient host = new SocketClient(server.url(), "");
      host.hears("identity");
      host.says(
          "{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"%s\",\"clientToken\":\"%s\"}}"
              .formatted(room, token));
      assertThat(host.hears("identity")).contains("\"resumed\":true");
      assertThat(host.hears("roomJoined"))
          .contains("\"clientIsHost\":true", "\"reconnected\":true", "\"hostEpoch\":1");
      host.says("{\"type\":\"loadSnapshot\"}");
      String loaded = host.hears("snapshotLoaded");
      int version = Integer.parseInt(field(loaded, "snapshotVersion"));
      assertThat(version).isBetween(acknowledged, acknowledged + 1);
      assertThat(loaded).contains("\"snapshot\":" + snapshot(version));
    }
  }

  /** Saves twice, and a third time while the server is being killed. */
  private static int saveUntilKilled(ServerProcess server, SocketClient host) throws Exception {
    save(host, 1);
    host.hears("snapshotSaved");
    save(host, 2);
    host.hears("snapshotSaved");
    save(host, 3);
    server.close();
    return 2;
  }

  private static void save(SocketClient host, int number) {
    host.says("{\"type\":\"saveSnapshot\",\"data\":{\"snapshot\":" + snapshot(number) + "}}");
  }

  /** A state of the game that is long enough to be torn. */
  private static String snapshot(int number) {
    return "{ \"n\" : " + number + ".0, \"state\": \"" + "x\\u00e9 ".repeat(5000) + "\" }";
  }

  private ServerProcess start() throws Exception {
    return ServerProcess.start("--port=0", "--data-dir=" + folder);
  }

  private static String field(String message, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(message);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
