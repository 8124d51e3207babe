package io.groovejet.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.guard.Limits;
import io.groovejet.protocol.Json;
import io.groovejet.testkit.Frame;
import io.groovejet.testkit.RawWebSocket;
import io.groovejet.testkit.UntrustedTls;
import io.undertow.Undertow;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two clients of one I/O thread: what the lobby hears of them, it hears there. */
class TlsTurnsTest {

  private static final int BEFORE = 2_000; // messages, by which the turns are what they become
  private static final int FLOOD = 200_000; // messages
  private static final int BEHIND = 500; // messages that have been sent and wait to be read
  private static final int A_FEW_TURNS = 200; // messages

  private final Lobby lobby =
      Lobby.builder()
          .limits(Limits.unlimited())
          .appMessages((from, room, message) -> hears(message))
          .build();
  private final UndertowServer server = new UndertowServer();
  private final AtomicInteger sent = new AtomicInteger();
  private final CompletableFuture<Integer> between = new CompletableFuture<>();
  private RawWebSocket flooder;
  private RawWebSocket other;
  private int heard; // of the flood; the I/O thread's

  @BeforeEach
  void connect() {
    Undertow.Builder listener =
        Undertow.builder().setIoThreads(1).addHttpsListener(0, "127.0.0.1", UntrustedTls.context());
    URI endpoint = URI.create("wss://" + server.start(listener, lobby) + "/lobby");
    flooder = RawWebSocket.to(endpoint);
    other = RawWebSocket.to(endpoint);
    other.nextText();
  }

  @AfterEach
  void stop() {
    flooder.close();
    other.close();
    server.stop();
    lobby.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void whoFloodsHasItsTurnsAsOthersHave(int messagesInARecord) throws Exception {
    byte[] record = messages(messagesInARecord);
    CompletableFuture<Void> flood =
        CompletableFuture.runAsync(() -> flood(record, messagesInARecord));
    int meanwhile = between.get(20, TimeUnit.SECONDS);

    assertThat(meanwhile).isLessThan(A_FEW_TURNS);
    flooder.abort();
    flood.join();
  }

  private void flood(byte[] record, int messages) {
    while (sent.get() < FLOOD && flooder.offerBytes(record)) {
      sent.addAndGet(messages);
    }
  }

  private void hears(Json message) {
    if (message.text().contains("question")) {
      between.complete(heard - BEFORE);
    } else if (++heard == BEFORE) {
      while (sent.get() < BEFORE + BEHIND) {
        Thread.onSpinWait();
      }
      other.send(appMessage("question"));
    }
  }

  private static byte[] messages(int number) {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    for (int i = 0; i < number; i++) {
      messages.writeBytes(Frame.text(appMessage("flood")).masked());
    }
    return messages.toByteArray();
  }

  private static String appMessage(String word) {
    return "{\"type\":\"appMessage\",\"data\":{\"message\":\"%s\"}}".formatted(word);
  }
}
