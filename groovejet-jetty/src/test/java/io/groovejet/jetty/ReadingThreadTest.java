package io.groovejet.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.Frame;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads what a client sends: the thread of its selector, however much there is. */
class ReadingThreadTest {

  private static final Frame SAYS =
      Frame.text("{\"type\":\"appMessage\",\"data\":{\"message\":\"" + "x".repeat(100) + "\"}}");
  private static final int MESSAGES = 90; // more than 8 turns of it, and less than the limits

  private final BlockingQueue<Thread> readers = new LinkedBlockingQueue<>();
  private final Lobby lobby =
      Lobby.builder()
          .appMessages((from, room, message) -> readers.add(Thread.currentThread()))
          .build();
  private final JettyServer server = new JettyServer(LobbyConnector::new);

  @AfterEach
  void stop() throws Exception {
    server.stop();
    lobby.close();
  }

  @Test
  void aLargeRecordIsReadByOneThread() throws Exception {
    try (RawWebSocket client = RawWebSocket.to(serve("wss", JettyServer.tls()))) {
      client.sendBytes(messages());

      assertThat(new HashSet<>(readers(MESSAGES))).hasSize(1);
    }
  }

  @Test
  void soIsWhatFollowsTheHandshakeInItsRecordAfterTheFirstTurn() throws Exception {
    Frame[] frames = Collections.nCopies(MESSAGES, SAYS).toArray(Frame[]::new);
    URI endpoint = serve("wss", JettyServer.tls());
    try (RawWebSocket client = RawRequest.upgrade(endpoint).followedBy(frames).open()) {
      List<Thread> threads = readers(MESSAGES);
      client.send(SAYS);

      assertThat(threads.subList(MESSAGES / 3, MESSAGES)).containsOnly(readers(1).get(0));
    }
  }

  @Test
  void manySmallRecordsAreReadByOneThread() throws Exception {
    try (RawWebSocket client = RawWebSocket.to(serve("wss", JettyServer.tls()))) {
      for (int i = 0; i < MESSAGES; i++) {
        client.send(SAYS);
      }

      assertThat(new HashSet<>(readers(MESSAGES))).hasSize(1);
    }
  }

  @Test
  void whatIsNotEncryptedIsReadByOneThread() throws Exception {
    try (RawWebSocket client = RawWebSocket.to(serve("ws", new HttpConnectionFactory()))) {
      client.sendBytes(messages());

      assertThat(new HashSet<>(readers(MESSAGES))).hasSize(1);
    }
  }

  private URI serve(String scheme, ConnectionFactory... protocols) throws Exception {
    return URI.create(scheme + "://" + server.start(lobby, protocols) + "/lobby");
  }

  private static byte[] messages() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < MESSAGES; i++) {
      bytes.writeBytes(SAYS.masked());
    }
    return bytes.toByteArray();
  }

  private List<Thread> readers(int messages) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      Thread reader = readers.poll(20, TimeUnit.SECONDS);
      assertThat(reader).as("who read message %d", i).isNotNull();
      threads.add(reader);
    }
    return threads;
  }
}
