package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the {@link TransportContract} about what passes through it. */
public interface RelayContract extends ServedTransport {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\"",
        "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\",\"n\":1.50e+3}",
        "\"\\ud83d lone, \uD83D\uDE00 whole, \u2028 line, \\u0000 nothing\"",
        "[ 1 , null,\ttrue ]",
      })
  default void signalsArriveAsTheyWereSent(String signal) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");

      guest.offers(signal);
      String offer = host.hears("guestOfferSignal");
      host.answers(guest, signal);
      String answer = guest.hears("hostAnswerSignal");

      assertThat(offer).contains("\"offerSignal\":" + signal);
      assertThat(Player.field(offer, "clientId")).isEqualTo(guest.clientId());
      assertThat(answer).contains("\"answerSignal\":" + signal);
    }
  }

  @Test
  default void clientsOfTheOriginalServerFindEachOther() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      String code = served.makesRoom();
      Player host =
          Player.on(served.open(RawRequest.upgrade(served.below("?host=true&code=" + code))));
      host.hearsNothing(); // it is in now, of which a host is not told
      Player guest = Player.on(served.open(RawRequest.upgrade(served.below("/?code=" + code))));

      guest.offers("{\"sdp\":\"o\"}");
      String offer = host.hears("guestOfferSignal");
      host.answers(guest, "\"a\"");
      String answer = guest.hears("hostAnswerSignal");

      assertThat(offer).contains("\"offerSignal\":{\"sdp\":\"o\"}").contains(guest.clientId());
      assertThat(answer).contains("\"answerSignal\":\"a\"").doesNotContain("hostEpoch");
    }
  }

  @Test
  default void aThousandMessagesKeepTheirOrder() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, Limits.unlimited())) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");

      for (int number = 0; number < 1000; number++) {
        guest.offers(Integer.toString(number));
      }

      for (int number = 0; number < 1000; number++) {
        assertThat(host.hears("guestOfferSignal")).contains("\"offerSignal\":" + number + ",");
      }
    }
  }

  @Test
  default void manySpeakAtOnceAndNothingIsTorn() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, Limits.unlimited())) {
      Player host = served.player();
      String code = host.opensRoom();
      List<Player> guests = new ArrayList<>();
      for (int number = 0; number < 8; number++) {
        Player guest = served.player();
        guest.joins(code);
        guests.add(guest);
      }
      guests.forEach(guest -> host.hears("clientJoined"));

      Map<String, Integer> heard = allSpeakTo(host, guests);

      assertThat(heard).hasSize(guests.size());
      assertThat(heard.values()).allMatch(count -> count == 100);
    }
  }

  @Test
  default void answersToPingsDoNotTearMessages() throws Exception {
    try (ServedLobby served = ServedLobby.by(this, Limits.unlimited())) {
      Player host = served.player();
      Player guest = served.player(served.upgrade().receiveBuffer(64 * 1024));
      guest.joins(host.opensRoom());
      ExecutorService voices = Executors.newFixedThreadPool(2);

      voices.execute(() -> speaksTo(host, guest));
      voices.execute(() -> pings(guest));
      for (int number = 0; number < 100; number++) {
        assertThat(guest.hears("hostAnswerSignal")).contains(signal(number));
      }
      voices.shutdown();

      assertThat(voices.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void speaksTo(Player host, Player guest) {
    for (int number = 0; number < 100; number++) {
      host.answers(guest, signal(number));
    }
  }

  private static void pings(Player player) {
    for (int ping = 0; ping < 5000; ping++) {
      player.socket().send(Frame.ping("x".repeat(100)));
    }
  }

  private static Map<String, Integer> allSpeakTo(Player host, List<Player> guests)
      throws Exception {
    ExecutorService voices = Executors.newFixedThreadPool(guests.size());
    try {
      List<Future<?>> speaking = new ArrayList<>();
      guests.forEach(guest -> speaking.add(voices.submit(() -> speaks(guest))));
      Map<String, Integer> heard = new HashMap<>();
      for (int all = 0; all < guests.size() * 100; all++) {
        String offer = host.hears("guestOfferSignal");
        int number = heard.merge(Player.field(offer, "clientId"), 1, Integer::sum) - 1;
        assertThat(offer).contains(signal(number));
      }
      for (Future<?> voice : speaking) {
        voice.get();
      }
      return heard;
    } finally {
      voices.shutdownNow();
    }
  }

  private static void speaks(Player guest) {
    for (int number = 0; number < 100; number++) {
      guest.offers(signal(number));
    }
  }

  /** Of many lengths: below and above 126 bytes, 16 KiB and what a socket takes at once. */
  private static String signal(int number) {
    return "\"%d:%s\"".formatted(number, "x".repeat(number * number * 4));
  }
}
