package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import io.groovejet.guard.QueueLimits;
import io.groovejet.guard.Rate;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The part of the {@link TransportContract} about clients that do not keep up. */
public interface PatienceContract extends ServedTransport {

  /** Messages that are more than the socket buffers on their way hold. */
  int FLOOD = 300;

  @Test
  default void aClientThatDoesNotReadIsHungUpOnAndOthersAreServed() throws Exception {
    Duration grace = Duration.ofSeconds(1);
    try (ServedLobby served = ServedLobby.by(this, talkative(grace))) {
      Player host = served.player();
      String code = host.opensRoom();
      Player slow = served.player(served.upgrade().receiveBuffer(64 * 1024));
      slow.joins(code);
      Player brisk = served.player();
      brisk.joins(code);

      flood(host, slow);
      brisk.offers("\"still there?\"");
      host.hearsAtLast("guestOfferSignal");
      host.answers(brisk, "\"still here\"");

      assertThat(brisk.hearsAtLast("hostAnswerSignal")).contains("still here");
      awaitDropped(slow.socket(), grace.plusSeconds(4));
    }
  }

  @Test
  default void aClientThatReadsTooLateHearsWhyItWasHungUpOn() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, talkative(Duration.ofSeconds(8)))) {
      Player host = served.player();
      Player slow = served.player(served.upgrade().receiveBuffer(64 * 1024));
      slow.joins(host.opensRoom());

      flood(host, slow);

      host.hears("clientJoined");
      assertThat(host.hears("clientDisconnected")).contains(slow.clientId());
      assertThat(slow.socket().closeCode()).isEqualTo(4003);
    }
  }

  @Test
  default void aClientThatReadsLittleByLittleHearsAllOfIt() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, Limits.unlimited())) {
      Player host = served.player(served.upgrade().receiveBuffer(4096));
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");
      String much = "\"" + "x".repeat(50_000) + "\"";

      for (int number = 0; number < 20; number++) {
        guest.offers(much);
      }
      served.awaitMessages(2 + 20); // all of it is on its way

      for (int number = 0; number < 20; number++) {
        assertThat(host.hears("guestOfferSignal")).contains(much);
      }
      served.lobby().close();
      assertThat(host.socket().closeCode()).isEqualTo(1012);
    }
  }

  @Test
  default void whoeverClosesAndDoesNotReadIsHungUpOn() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, patient())) {
      Player host = served.player();
      Player slow = served.player(served.upgrade().receiveBuffer(64 * 1024));
      slow.joins(host.opensRoom());
      flood(host, slow);

      slow.socket().send(Frame.close(1000));

      host.hears("clientJoined");
      assertThat(host.hears("clientDisconnected")).contains(slow.clientId());
      awaitDropped(slow.socket(), Duration.ofSeconds(5));
    }
  }

  @Test
  default void answersToPingsDoNotPileUp() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, patient())) {
      Player host = served.player();
      Player slow = served.player(served.upgrade().receiveBuffer(64 * 1024));
      slow.joins(host.opensRoom());
      long before = served.lobby().traffic().messagesIn();
      flood(host, slow);
      served.awaitMessages(before + FLOOD); // or small answers would fill the client's buffer

      sendPings(slow, 100_000);
      slow.socket().send("{\"type\":\"what?\"}");
      served.awaitMessages(before + FLOOD + 1); // or pings were answered while answers are read

      assertThat(pongsBefore("error", slow)).isLessThan(100);
    }
  }

  @Test
  default void aClientThatSendsWithoutEndKeepsNobodyWaiting() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, talkative(Duration.ofSeconds(1)))) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");
      RawWebSocket flooder = served.player().socket();
      CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> sendWithoutEnd(flooder));

      for (int offer = 0; offer < 50; offer++) {
        guest.offers("\"" + offer + "\"");
        assertThat(host.hears("guestOfferSignal")).contains("\"" + offer + "\"");
      }

      assertThat(flood).isNotDone();
      flooder.abort();
      flood.join();
    }
  }

  @Test
  default void aPongIsASignOfLife() throws Exception {
    Limits impatient =
        Limits.ofDefaults().withLiveness(Duration.ofMillis(150), Duration.ofMillis(1500));
    try (ServedLobby served = ServedLobby.by(this, impatient)) {
      Player ada = served.player();

      for (int ping = 0; ping < 12; ping++) {
        Frame heard = ada.socket().next();
        assertThat(heard.isPing()).as("%s", heard).isTrue();
        ada.socket().send(Frame.pong(heard.text()));
      }

      assertThat(ada.socket().closeCode()).isEqualTo(4004);
      ada.socket().awaitEnd();
    }
  }

  /** Limits under which a client may send without end, but has to read. */
  private static Limits talkative(Duration closeGrace) {
    QueueLimits queue = QueueLimits.ofDefaults();
    return Limits.ofDefaults()
        .withRates(Rate.UNLIMITED, Rate.UNLIMITED)
        .withQueue(new QueueLimits(queue.bytes(), queue.messages(), queue.age(), closeGrace));
  }

  /** Limits under which a client need not even read for a while. */
  private static Limits patient() {
    QueueLimits endless =
        new QueueLimits(64 << 20, 10_000, Duration.ofDays(1), Duration.ofSeconds(1));
    return talkative(Duration.ofSeconds(1)).withQueue(endless);
  }

  private static void sendWithoutEnd(RawWebSocket client) {
    byte[] pongs = new byte[60_000];
    byte[] pong = Frame.pong("").masked();
    for (int at = 0; at < pongs.length; at += pong.length) {
      System.arraycopy(pong, 0, pongs, at, pong.length);
    }
    while (client.offerBytes(pongs)) {
      Thread.onSpinWait();
    }
  }

  /** Sends a guest 12 MB in {@link #FLOOD} messages. */
  private static void flood(Player host, Player guest) {
    String signal = "\"" + "x".repeat(40_000) + "\"";
    for (int message = 0; message < FLOOD; message++) {
      host.answers(guest, signal);
    }
  }

  /** Awaits that TCP refuses what the client sends, without reading anything. */
  private static void awaitDropped(RawWebSocket client, Duration patience) {
    byte[] pong = Frame.pong("").masked();
    long end = System.nanoTime() + patience.toNanos();
    while (client.offerBytes(pong)) {
      assertThat(System.nanoTime()).as("the TCP connection is still open").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static void sendPings(Player player, int count) {
    byte[] ping = Frame.ping("x".repeat(125)).masked();
    ByteBuffer hundred = ByteBuffer.allocate(100 * ping.length);
    while (hundred.hasRemaining()) {
      hundred.put(ping);
    }
    for (int sent = 0; sent < count; sent += 100) {
      player.socket().sendBytes(hundred.array());
    }
  }

  private static int pongsBefore(String type, Player player) {
    int pongs = 0;
    Frame frame = player.socket().next();
    while (!frame.isText() || !frame.text().startsWith("{\"type\":\"" + type + "\"")) {
      pongs += frame.isText() ? 0 : 1;
      frame = player.socket().next();
    }
    return pongs;
  }
}
