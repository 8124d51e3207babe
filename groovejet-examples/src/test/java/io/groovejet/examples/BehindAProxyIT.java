package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import io.groovejet.testkit.RawRequest;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example server behind the proxies that SECURITY.md shows, set up as it says there. */
final class BehindAProxyIT {

  private static final int GUESSES = 20; // that an address has

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FrontProxy.Kind.class)
  void twoPlayOverTls(FrontProxy.Kind kind) throws Exception {
    try (ServerProcess server = start();
        FrontProxy proxy = FrontProxy.before(server.url(), kind, folder)) {
      Member host = Member.at(proxy.url());
      Member guest = Member.at(proxy.url());
      guest.joins(host.opensRoom(), false);
      host.hears("clientJoined");

      guest.says("guestOfferSignal", "{\"offerSignal\":\"offer\"}");
      assertThat(host.hears("guestOfferSignal")).contains("\"offer\"");
      host.says(
          "hostAnswerSignal",
          "{\"clientId\":\"%s\",\"answerSignal\":\"answer\"}".formatted(guest.id()));
      assertThat(guest.hears("hostAnswerSignal")).contains("\"answer\"");

      String snapshot = "\"" + "x".repeat(256 * 1024 - 2) + "\"";
      host.saves(snapshot);
      host.hears("snapshotSaved");
      assertThat(host.loads(1)).isEqualTo(snapshot);
    }
  }

  @ParameterizedTest
  @EnumSource(FrontProxy.Kind.class)
  void roomsAreMadeAndOriginsLookedAt(FrontProxy.Kind kind) throws Exception {
    try (ServerProcess server = start();
        FrontProxy proxy = FrontProxy.before(server.url(), kind, folder)) {
      URI rooms = URI.create(proxy.url().replaceFirst("^https", "wss") + "rooms");
      HttpReply made = RawRequest.of("POST", rooms).send();
      RawRequest own = upgrade(proxy).header("Origin", proxy.url().replaceFirst("/$", ""));
      RawRequest foreign = upgrade(proxy).header("Origin", "https://elsewhere.example");

      assertThat(made.status()).isEqualTo(201);
      assertThat(own.send().status()).isEqualTo(101);
      assertThat(foreign.send().status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @EnumSource(FrontProxy.Kind.class)
  void guessesCountForWhoeverMakesThem(FrontProxy.Kind kind) throws Exception {
    try (ServerProcess server = start();
        FrontProxy proxy = FrontProxy.before(server.url(), kind, folder)) {
      Member mallory = Member.by(upgrade(proxy).from("127.0.0.2"));
      for (int guess = 0; guess < GUESSES; guess++) {
        assertThat(mallory.guesses()).contains("\"noRoomFound\"");
      }

      RawRequest lie = upgrade(proxy).from("127.0.0.2").header("X-Forwarded-For", "10.0.0.1");
      assertThat(Member.by(lie).guesses()).contains("\"rateLimited\"");
      Member other = Member.by(upgrade(proxy).from("127.0.0.3"));
      assertThat(other.guesses()).contains("\"noRoomFound\"");
    }
  }

  @ParameterizedTest
  @EnumSource(FrontProxy.Kind.class)
  void clientsAreToldOfARestart(FrontProxy.Kind kind) throws Exception {
    try (ServerProcess server = start();
        FrontProxy proxy = FrontProxy.before(server.url(), kind, folder)) {
      Member ada = Member.at(proxy.url());

      server.end();

      ada.hears("serverDraining");
      assertThat(ada.closeCode()).isEqualTo(1012);
    }
  }

  private static ServerProcess start() throws Exception {
    return ServerProcess.start("--port=0", "--trusted-proxy=127.0.0.1", "--trusted-proxy=::1");
  }

  private static RawRequest upgrade(FrontProxy proxy) {
    return RawRequest.upgrade(URI.create(proxy.url().replaceFirst("^http", "ws")));
  }
}
