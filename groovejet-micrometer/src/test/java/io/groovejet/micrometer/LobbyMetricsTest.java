package io.groovejet.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LobbyMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LobbyTally tally = new LobbyTally();
  private final Conversation talk =
      Conversation.begin(builder -> builder.listener(tally, Runnable::run));

  @BeforeEach
  void bind() {
    new LobbyMetrics(talk.lobby(), tally).bindTo(registry);
  }

  @AfterEach
  void nothingElseWasSaid() {
    talk.close();
  }

  @Test
  void threeLinesAreEnough() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    LobbyTally tally = new LobbyTally();
    Lobby lobby = Lobby.builder().listener(tally, Runnable::run).build();
    new LobbyMetrics(lobby, tally).bindTo(registry);

    lobby.openRoom();

    assertThat(registry.get("groovejet.rooms").gauge().value()).isEqualTo(1);
    lobby.close();
  }

  @Test
  void roomsAndMembersAreCountedByRole() {
    Speaker ada = hosts("ada");
    Speaker bob = joins(talk.connects("bob"), ada);
    Speaker cyd = joins(talk.connects("cyd"), ada);
    bob.hears("clientJoined");
    cyd.losesConnection();
    ada.hears("clientDisconnected");
    bob.hears("clientDisconnected");

    assertThat(gauge("groovejet.rooms")).isEqualTo(1);
    assertThat(gauge("groovejet.connections")).isEqualTo(2);
    assertThat(gauge("groovejet.clients", "role", "host")).isEqualTo(1);
    assertThat(gauge("groovejet.clients", "role", "guest")).isEqualTo(1);
    assertThat(gauge("groovejet.seats.held")).isEqualTo(1);
    assertThat(counter("groovejet.rooms.opened")).isEqualTo(1);
    assertThat(counter("groovejet.connections.opened", "dialect", "message")).isEqualTo(3);
    assertThat(counter("groovejet.connections.closed", "code", "client")).isEqualTo(1);
  }

  @Test
  void whatPassesIsCountedInBothDirections() {
    Speaker ada = hosts("ada");
    Speaker bob = joins(talk.connects("bob"), ada);
    double before = passed("groovejet.messages", "direction", "in");

    bob.says("guestOfferSignal", "{offerSignal: 'o'}");
    ada.hears("guestOfferSignal");

    assertThat(passed("groovejet.relayed")).isEqualTo(1);
    assertThat(passed("groovejet.messages", "direction", "in")).isEqualTo(before + 1);
    assertThat(passed("groovejet.messages", "direction", "out")).isPositive();
    assertThat(passed("groovejet.bytes", "direction", "in")).isPositive();
    assertThat(passed("groovejet.bytes", "direction", "out")).isPositive();
    assertThat(gauge("groovejet.queued")).isZero();
  }

  @Test
  void aMigrationIsTimedAndSoIsWhatItLost() {
    Speaker ada = hosts("ada");
    Speaker bob = joins(talk.connects("bob"), ada);
    ada.says("saveSnapshot", "{hostEpoch: 1, snapshot: {level: 3}}");
    ada.hears("snapshotSaved");
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(8));
    bob.hears("becomeHost");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");

    assertThat(counter("groovejet.migrations", "cause", "hostLost")).isEqualTo(1);
    assertThat(timed("groovejet.time.to.new.host", "cause", "hostLost")).isEqualTo(8);
    assertThat(timed("groovejet.migrations.snapshot.age", "cause", "hostLost")).isEqualTo(8);
    assertThat(registry.get("groovejet.snapshots.saved").summary().totalAmount()).isEqualTo(11);
    assertThat(gauge("groovejet.snapshots")).isEqualTo(11);
  }

  @Test
  void aHandOverIsAMigrationThatNobodyWaitedFor() {
    Speaker ada = hosts("ada");
    Speaker bob = joins(talk.connects("bob"), ada);
    ada.says("transferHost", "{clientId: '@bob'}");
    ada.hears("hostMigrationStarted");
    bob.hears("becomeHost");
    bob.says("hostReady", "{hostEpoch: 2}");
    bob.hears("hostMigrated");
    ada.hears("hostMigrated");

    assertThat(counter("groovejet.migrations", "cause", "transfer")).isEqualTo(1);
    assertThat(registry.find("groovejet.time.to.new.host").timer()).isNull();
  }

  @Test
  void whoComesBackIsCountedAndTimed() {
    Speaker ada = hosts("ada");
    Speaker bob = joins(talk.connects("bob"), ada);
    ada.losesConnection();
    bob.hears("hostConnectionLost");
    talk.passes(Duration.ofSeconds(3));
    ada.comesBackTo("bbbbb");
    ada.hears("roomJoined");
    bob.hears("hostRejoined");

    assertThat(counter("groovejet.resumes")).isEqualTo(1);
    assertThat(timed("groovejet.reconnects")).isEqualTo(3);
    assertThat(timed("groovejet.host.rejoins")).isEqualTo(3);
  }

  @Test
  void refusalsAreCountedByTheirType() {
    Speaker ada = talk.connects("ada");
    ada.says("joinRoom", "{roomCode: 'zzzzz'}");
    ada.hearsError("noRoomFound");
    ada.says("dance");
    ada.hearsError("unknownMessageType");

    assertThat(counter("groovejet.refusals", "errorType", "noRoomFound")).isEqualTo(1);
    assertThat(counter("groovejet.refusals", "errorType", "unknownMessageType")).isEqualTo(1);
  }

  @Test
  void aClosedRoomSaysWhy() {
    Speaker ada = hosts("ada");
    ada.says("closeRoom");
    ada.hears("roomClosed");

    assertThat(counter("groovejet.rooms.closed", "reason", "closed")).isEqualTo(1);
    assertThat(gauge("groovejet.rooms")).isZero();
  }

  @Test
  void theReadmeNamesEveryMeter() throws Exception {
    aMigrationIsTimedAndSoIsWhatItLost();
    Set<String> described = new TreeSet<>();
    Pattern.compile("`(groovejet\\.[a-z.]+)`")
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .forEach(found -> described.add(found.group(1)));

    assertThat(described)
        .containsAll(
            registry.getMeters().stream().map(Meter::getId).map(Meter.Id::getName).toList());
  }

  private Speaker hosts(String name) {
    Speaker host = talk.connects(name);
    host.says("createRoom");
    host.hears("roomCreated");
    return host;
  }

  private static Speaker joins(Speaker guest, Speaker host) {
    guest.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
    guest.hears("roomJoined");
    host.hears("clientJoined");
    return guest;
  }

  private double gauge(String name, String... tags) {
    return registry.get(name).tags(tags).gauge().value();
  }

  private double counter(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  private double passed(String name, String... tags) {
    return registry.get(name).tags(tags).functionCounter().count();
  }

  private double timed(String name, String... tags) {
    return registry.get(name).tags(tags).timer().totalTime(TimeUnit.SECONDS);
  }
}
