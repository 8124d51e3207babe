package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host's connection breaks without a word, or everybody's: real sockets, real files. */
final class LostHostIT {

  private static final String STATE = "{ \"turn\" : 1.0e2, \"who\": \"b\\u00f6b \uD83C\uDFAE\" }";
  private static final String LATER = "[\"later\" ]";
  private static final Limits SHORT_SILENCE =
      Limits.ofDefaults().withLiveness(Duration.ofMillis(200), Duration.ofSeconds(2));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aGuestGoesOnWhereAHostWhoseSocketWasResetHadSaved(Transport transport) throws Exception {
    try (ExampleServer server = start(transport, Limits.ofDefaults())) {
      Member ada = Member.at(server.url());
      String room = ada.opensRoom();
      Member bob = joined(server, room, true, ada);
      Member eve = joined(server, room, false, ada, bob);
      ada.saves(STATE);
      ada.hears("snapshotSaved");

      ada.isCutOff();

      bob.hears("hostConnectionLost");
      eve.hears("hostConnectionLost");
      eve.hears("hostMigrationStarted");
      takesOver(bob, ada);
      assertThat(eve.hears("hostMigrated")).contains("\"hostId\":\"" + bob.id(), "\"hostEpoch\":2");
      goesOn(bob);
      eve.hearsNothing();
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aGuestGoesOnWhereAHostWhoseSocketFellSilentHadSaved(Transport transport) throws Exception {
    try (ExampleServer server = start(transport, SHORT_SILENCE)) {
      Member ada = Member.at(server.url());
      String room = ada.opensRoom();
      Member bob = joined(server, room, true, ada);
      ada.saves(STATE);
      ada.hears("snapshotSaved");

      // and from now on ada answers no ping

      bob.hears("hostConnectionLost");
      takesOver(bob, ada);
      goesOn(bob);
      assertThat(ada.closeCode()).isEqualTo(4004);
    }
  }

  @Test
  void aGuestIsBelievedThatASilentHostIsGoneLongBeforeItsPingsAreMissed() throws Exception {
    try (ExampleServer server = start(Transport.UNDERTOW, Limits.ofDefaults())) {
      Member ada = Member.at(server.url());
      String room = ada.opensRoom();
      Member bob = joined(server, room, true, ada);
      ada.saves(STATE);
      ada.hears("snapshotSaved");

      bob.says("linkState", "{\"connected\":false,\"hostEpoch\":1}");

      bob.hears("hostConnectionLost");
      takesOver(bob, ada);
      goesOn(bob);
      assertThat(ada.closeCode()).isEqualTo(4004);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void theHostIsHostAgainAfterEverybodyWasGone(Transport transport) throws Exception {
    try (ExampleServer server = start(transport, Limits.ofDefaults())) {
      Member ada = Member.at(server.url());
      String room = ada.opensRoom();
      Member bob = joined(server, room, true, ada);
      ada.saves(STATE);
      ada.hears("snapshotSaved");

      ada.isCutOff();
      bob.hears("hostConnectionLost");
      bob.isCutOff();
      awaitDormant(server, room);

      Member adaAgain = ada.backIn(room, server.url());
      assertThat(adaAgain.hears("roomJoined"))
          .contains("\"clientIsHost\":true", "\"reconnected\":true", "\"hostEpoch\":1")
          .contains("\"snapshotVersion\":1");
      assertThat(adaAgain.loads(1)).isEqualTo(STATE);
      Member bobAgain = bob.backIn(room, server.url());
      assertThat(bobAgain.hears("roomJoined"))
          .contains("\"clientIsHost\":false", "\"reconnected\":true", ada.id());
      assertThat(adaAgain.hears("clientReconnected")).contains(bob.id());
      adaAgain.hearsNothing();
      bobAgain.hearsNothing();
    }
  }

  private static Member joined(
      ExampleServer server, String room, boolean canHost, Member... others) {
    Member member = Member.at(server.url());
    member.joins(room, canHost);
    List.of(others).forEach(other -> other.hears("clientJoined"));
    return member;
  }

  private static void takesOver(Member guest, Member host) {
    assertThat(guest.hears("becomeHost"))
        .contains("\"hostEpoch\":2", "\"reason\":\"hostLost\"", "\"snapshotVersion\":1");
    assertThat(guest.loads(1)).isEqualTo(STATE);
    guest.says("hostReady", "{\"hostEpoch\":2}");
    assertThat(guest.hears("hostMigrated"))
        .contains("\"hostId\":\"" + guest.id(), "\"previousHostId\":\"" + host.id());
  }

  private static void goesOn(Member host) {
    host.saves(LATER);
    assertThat(host.hears("snapshotSaved"))
        .contains("\"snapshotVersion\":2", "\"hostEpoch\":2", "\"sizeBytes\":" + LATER.length());
    assertThat(host.loads(2)).isEqualTo(LATER);
    assertThat(host.loads(1)).isEqualTo(STATE);
  }

  /** Asks as a stranger, and again when told to, until the room waits for its host no longer. */
  private static void awaitDormant(ExampleServer server, String room) {
    Member stranger = Member.at(server.url());
    String refusal = refusal(stranger, room);
    while (refusal.contains("retryAfterMillis")) {
      long millis = Long.parseLong(Member.field(refusal, "retryAfterMillis"));
      LockSupport.parkNanos(Duration.ofMillis(millis + 1).toNanos());
      refusal = refusal(stranger, room);
    }
    stranger.isCutOff();
  }

  private static String refusal(Member stranger, String room) {
    stranger.says("joinRoom", "{\"roomCode\":\"" + room + "\"}");
    String refusal = stranger.hears("error");
    assertThat(refusal).contains("\"errorType\":\"hostDisconnected\"");
    return refusal;
  }

  private ExampleServer start(Transport transport, Limits limits) throws Exception {
    List<String> words =
        List.of(
            "--port=0",
            "--transport=" + transport.wording(),
            "--data-dir=" + folder,
            "--host-grace=300");
    ExampleOptions said = ExampleOptions.parse(words, new Properties());
    return ExampleServer.start(
        new ExampleOptions(
            said.address(),
            said.port(),
            said.transport(),
            said.origins(),
            said.proxies(),
            said.folder(),
            said.urlDialect(),
            said.dashboard(),
            said.logEvents(),
            limits,
            said.handshake(),
            said.timers()));
  }
}
