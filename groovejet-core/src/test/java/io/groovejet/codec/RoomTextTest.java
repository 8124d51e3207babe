package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.MigrationReason;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.room.Absence;
import io.groovejet.room.Bans;
import io.groovejet.room.Client;
import io.groovejet.room.HostLease;
import io.groovejet.room.LinkReport;
import io.groovejet.room.Room;
import io.groovejet.room.RoomSettings;
import io.groovejet.room.RoomTimers;
import io.groovejet.room.SnapshotHeader;
import io.groovejet.room.SnapshotShelf;
import io.groovejet.room.Vacancy;
import io.groovejet.room.Vacancy.Appointment;
import io.groovejet.room.Vacancy.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms survive being stored. */
final class RoomTextTest {

  private static final Instant NOON = Instant.parse("2001-01-01T12:00:00.123456789Z");
  private static final ClientId ADA = new ClientId(new UUID(1, 2));
  private static final ClientId BOB = new ClientId(new UUID(-1, -2));
  private static final ClientId EVE = new ClientId(new UUID(3, 4));
  private static final Address HOME = new Address("192.0.2.1");
  private static final Client ADA_AWAY =
      new Client(ADA, null, new Absence(NOON, null), Dialect.MESSAGE, HOME, true, -5, null, null);
  private static final Client BOB_HERE =
      new Client(
          BOB,
          new ConnectionId(Long.MIN_VALUE, Long.MAX_VALUE),
          null,
          Dialect.MESSAGE,
          new Address("2001db8000000000/64"),
          true,
          1_000_000,
          Json.of("{ \"name\" : \"\u4e16 \uD83D\uDE00 \\ud800\", \"n\":1e400}"),
          new LinkReport(7, false));
  private static final Client EVE_BY_URL =
      new Client(
          EVE, new ConnectionId(1, 2), null, Dialect.URL, Address.UNKNOWN, false, 0, null, null);
  private static final RoomTimers TIMERS =
      new RoomTimers(
          Duration.ofMillis(1),
          Duration.ofSeconds(2),
          Duration.ofMinutes(3),
          Duration.ofHours(4),
          Duration.ofDays(5),
          Duration.ofNanos(6),
          Duration.ZERO);

  static Stream<Room> anyRoom() {
    return Stream.of(plain(), full(), unclaimed());
  }

  private static Room plain() {
    return new Room(
        new RoomCode("bcdfg"),
        RoomSettings.claimable(64, HOME, NOON, RoomTimers.ofDefaults()),
        new HostLease(1, ADA, 1),
        List.of(ADA_AWAY),
        null,
        null,
        new SnapshotShelf(List.of(), 0, null),
        null,
        Bans.NONE);
  }

  static Room full() {
    return new Room(
        new RoomCode("bcdfg"),
        new RoomSettings(
            false,
            1,
            HostMigration.MANUAL,
            true,
            true,
            new Secret("digest"),
            Json.of("{\"a\":[\"\\\"\"]}"),
            null,
            NOON,
            TIMERS),
        new HostLease(7, null, Long.MAX_VALUE),
        List.of(ADA_AWAY, BOB_HERE, EVE_BY_URL),
        vacancy(Phase.APPOINTED),
        NOON,
        new SnapshotShelf(
            List.of(
                new SnapshotHeader(3, 6, NOON, 42, "\u4e16 \ud800 \"", 9),
                new SnapshotHeader(4, 7, NOON, 0, null, -1)),
            12,
            NOON.plusSeconds(1)),
        NOON.minusSeconds(1),
        new Bans(List.of(EVE, BOB), List.of(HOME)));
  }

  private static Vacancy vacancy(Phase phase) {
    return new Vacancy(
        MigrationReason.TRANSFER,
        ADA,
        NOON,
        phase,
        NOON.plusNanos(1),
        new Appointment(BOB, 8, true),
        List.of(BOB, EVE));
  }

  private static Room unclaimed() {
    return new Room(
        new RoomCode("bcdfg"),
        RoomSettings.claimable(64, null, NOON, TIMERS),
        new HostLease(0, null, 0),
        List.of(),
        null,
        NOON,
        new SnapshotShelf(List.of(), 0, null),
        null,
        Bans.NONE);
  }

  @ParameterizedTest
  @MethodSource("anyRoom")
  void aRoomIsReadAsItWasWritten(Room room) {
    byte[] text = RoomText.write(room);

    assertThat(RoomText.read(text)).isEqualTo(room);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void aVacancyIsReadAsItWasWritten(Phase phase) {
    Room room = full();
    Room waiting =
        new Room(
            room.code(),
            room.settings(),
            room.host(),
            room.clients(),
            vacancy(phase),
            null,
            room.snapshots(),
            null,
            Bans.NONE);

    assertThat(RoomText.read(RoomText.write(waiting))).isEqualTo(waiting);
  }

  @Test
  void aClaimableVacancyIsReadAsItWasWritten() {
    Room room = plain();
    Vacancy vacancy =
        new Vacancy(
            MigrationReason.HOST_LEFT,
            ADA,
            null,
            Phase.CLAIMABLE,
            NOON,
            new Appointment(null, 2, false),
            List.of());
    Room waiting =
        new Room(
            room.code(),
            room.settings(),
            room.host(),
            room.clients(),
            vacancy,
            null,
            room.snapshots(),
            null,
            Bans.NONE);

    assertThat(RoomText.read(RoomText.write(waiting))).isEqualTo(waiting);
  }

  @Test
  void whatIsNotKnownIsNotWritten() {
    byte[] text = RoomText.write(plain());

    assertThat(new String(text, StandardCharsets.US_ASCII))
        .startsWith("{\"format\":1,\"code\":\"bcdfg\",")
        .doesNotContain("null", "vacancy", "password", "unclaimedUntil", "probedAt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{}", "{\"format\":1}", "{\"format\":2}", "\ufeff{}"})
  void whatIsNoRoomIsAnIllegalArgument(String text) {
    assertThatThrownBy(() -> RoomText.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"maxClients\":1        | \"maxClients\":9999999999",
        "\"maxClients\":1        | \"maxClients\":99999999999999999999",
        "\"maxClients\":1        | \"maxClients\":0",
        "\"maxClients\":1        | \"maxClients\":1.5",
        "\"maxClients\":1        | \"maxClients\":null",
        "\"maxClients\":1        | \"maxclients\":1",
        "\"size\":42             | \"size\":-2147483649",
        "\"code\":\"bcdfg\"      | \"code\":\"BCDFG\"",
        "\"hostMigration\":\"MANUAL\" | \"hostMigration\":\"manual\"",
        "\"hostGrace\":\"PT0.001S\"   | \"hostGrace\":\"-PT1S\"",
        "\"hostGrace\":\"PT0.001S\"   | \"hostGrace\":\"1s\"",
        "\"isPublic\":true       | \"isPublic\":\"true\"",
        "\"phase\":\"APPOINTED\" | \"phase\":\"\"",
        "\"awaySince\":          | \"since\":",
        "\"asked\":[             | \"asked\":[1,",
        "\"asked\":[             | \"asked\":[\"bob\","
      })
  void aDamagedRoomIsAnIllegalArgument(String whole, String damaged) {
    String text = new String(RoomText.write(full()), StandardCharsets.US_ASCII);

    byte[] broken = text.replace(whole, damaged).getBytes(StandardCharsets.US_ASCII);

    assertThat(text).contains(whole);
    assertThatThrownBy(() -> RoomText.read(broken)).isInstanceOf(IllegalArgumentException.class);
  }
}
