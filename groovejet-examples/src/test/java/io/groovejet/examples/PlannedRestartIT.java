package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is ended and started again on the same port, and all come back in time. */
final class PlannedRestartIT {

  private static final Duration GRACE = Duration.ofSeconds(6); // is waited for
  private static final Duration PLENTY = Duration.ofMinutes(1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Transport.class)
  void noHostMigratesWhenAllComeBackInTime(Transport transport) throws Exception {
    Trio before;
    try (ServerProcess server = start(transport, 0, PLENTY)) {
      before = Trio.at(server.url());
      server.end();
      before.areSentAway();
      server.exitCode();
    }

    try (ServerProcess server = start(transport, before.port(), PLENTY)) {
      Trio again = before.comeBackTo(server.url());
      again.hearNothing();
    }
  }

  @Test
  void norWhenTheGraceThatBeganAtTheRestartIsOver() throws Exception {
    Trio before;
    try (ServerProcess server = start(Transport.UNDERTOW, 0, GRACE)) {
      before = Trio.at(server.url());
      server.end();
      before.areSentAway();
      server.exitCode();
    }

    try (ServerProcess server = start(Transport.UNDERTOW, before.port(), GRACE)) {
      Trio again = before.comeBackTo(server.url());
      again.bob.hearsNothingFor(GRACE);
      again.hearNothing();
    }
  }

  private ServerProcess start(Transport transport, int port, Duration grace) throws Exception {
    return ServerProcess.start(
        "--port=" + port,
        "--transport=" + transport.wording(),
        "--host-grace=" + grace,
        "--data-dir=" + folder);
  }

  /** A room of three: ada is host, the others could be. */
  private record Trio(String url, String room, Member ada, Member bob, Member eve) {

    static Trio at(String url) {
      Member ada = Member.at(url);
      Member bob = Member.at(url);
      Member eve = Member.at(url);
      String room = ada.opensRoom();
      bob.joins(room, true);
      eve.joins(room, true);
      ada.hears("clientJoined");
      ada.hears("clientJoined");
      bob.hears("clientJoined");
      return new Trio(url, room, ada, bob, eve);
    }

    int port() {
      return URI.create(url).getPort();
    }

    void areSentAway() {
      for (Member member : List.of(ada, bob, eve)) {
        assertThat(member.lastWords())
            .anyMatch(message -> message.contains("\"serverDraining\""))
            .noneMatch(message -> message.contains("\"hostMigrat"));
      }
    }

    /** A guest comes before the host and one after it; the host is who it was. */
    Trio comeBackTo(String newUrl) {
      Member bobAgain = bob.backIn(room, newUrl);
      assertThat(bobAgain.hears("roomJoined"))
          .contains("\"clientIsHost\":false", "\"reconnected\":true", "\"hostEpoch\":1")
          .contains("\"hostId\":\"" + ada.id(), "\"hostConnected\":false");
      Member adaAgain = ada.backIn(room, newUrl);
      assertThat(adaAgain.hears("roomJoined"))
          .contains("\"clientIsHost\":true", "\"reconnected\":true", "\"hostEpoch\":1");
      assertThat(bobAgain.hears("hostRejoined")).contains(ada.id(), "\"hostEpoch\":1");
      Member eveAgain = eve.backIn(room, newUrl);
      assertThat(eveAgain.hears("roomJoined"))
          .contains("\"clientIsHost\":false", "\"reconnected\":true", "\"hostEpoch\":1")
          .contains("\"hostId\":\"" + ada.id(), "\"hostConnected\":true");
      adaAgain.hears("clientReconnected");
      bobAgain.hears("clientReconnected");
      return new Trio(newUrl, room, adaAgain, bobAgain, eveAgain);
    }

    void hearNothing() {
      List.of(ada, bob, eve).forEach(Member::hearsNothing);
    }
  }
}
