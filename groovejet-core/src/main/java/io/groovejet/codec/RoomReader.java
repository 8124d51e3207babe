package io.groovejet.codec;

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
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rooms that {@link RoomText} wrote. */
final class RoomReader {

  private RoomReader() {}

  static Room read(byte[] utf8) {
    try {
      return room(Tree.read(utf8));
    } catch (IOException | DateTimeException | ArithmeticException unreadable) {
      throw new IllegalArgumentException("not a stored room", unreadable);
    }
  }

  private static Room room(Tree room) {
    if (room.number("format") != RoomText.FORMAT) {
      throw new IllegalArgumentException("a stored room of format " + room.number("format"));
    }
    return new Room(
        new RoomCode(room.text("code")),
        settings(room.child("settings")),
        new HostLease(room.number("epoch"), idIfAny(room, "holder"), room.number("lastNumber")),
        room.children("clients").stream().map(RoomReader::client).toList(),
        room.has("vacancy") ? vacancy(room.child("vacancy")) : null,
        room.instantIfAny("unclaimedUntil"),
        snapshots(room),
        room.instantIfAny("probedAt"),
        bans(room));
  }

  private static Bans bans(Tree room) {
    return new Bans(
        room.texts("bannedClients").stream().map(RoomReader::id).toList(),
        room.texts("bannedAddresses").stream().map(Address::new).toList());
  }

  private static RoomSettings settings(Tree settings) {
    String password = settings.textIfAny("password");
    String maker = settings.textIfAny("maker");
    return new RoomSettings(
        settings.flag("claimable"),
        settings.integer("maxClients"),
        HostMigration.valueOf(settings.text("hostMigration")),
        settings.flag("isPublic"),
        settings.flag("isLocked"),
        password == null ? null : new Secret(password),
        jsonIfAny(settings, "metadata"),
        maker == null ? null : new Address(maker),
        settings.instant("openedAt"),
        timers(settings.child("timers")),
        settings.texts("reservedFor"));
  }

  private static RoomTimers timers(Tree timers) {
    return new RoomTimers(
        timers.duration("hostGrace"),
        timers.duration("maxHostGrace"),
        timers.duration("guestGrace"),
        timers.duration("hostReadyTimeout"),
        timers.duration("dormantRetention"),
        timers.duration("snapshotRetention"),
        timers.duration("unclaimedRetention"));
  }

  private static Client client(Tree client) {
    boolean away = client.has("awaySince");
    return new Client(
        id(client, "id"),
        away ? null : new ConnectionId(client.number("node"), client.number("serial")),
        away ? new Absence(client.instant("awaySince"), client.instantIfAny("awayUntil")) : null,
        Dialect.valueOf(client.text("dialect")),
        new Address(client.text("address")),
        client.flag("canHost"),
        client.integer("hostPriority"),
        jsonIfAny(client, "profile"),
        client.has("linkEpoch")
            ? new LinkReport(client.number("linkEpoch"), client.flag("linkUp"))
            : null);
  }

  private static Vacancy vacancy(Tree vacancy) {
    return new Vacancy(
        MigrationReason.valueOf(vacancy.text("reason")),
        id(vacancy, "previousHost"),
        vacancy.instantIfAny("lostAt"),
        Phase.valueOf(vacancy.text("phase")),
        vacancy.instant("until"),
        vacancy.has("number")
            ? new Appointment(
                idIfAny(vacancy, "candidate"), vacancy.number("number"), vacancy.flag("only"))
            : null,
        vacancy.texts("asked").stream().map(RoomReader::id).toList());
  }

  private static SnapshotShelf snapshots(Tree room) {
    List<SnapshotHeader> headers =
        room.children("snapshots").stream().map(RoomReader::header).toList();
    return new SnapshotShelf(
        headers, room.number("lastSnapshot"), room.instantIfAny("snapshotsBusyUntil"));
  }

  private static SnapshotHeader header(Tree header) {
    return new SnapshotHeader(
        header.number("version"),
        header.number("epoch"),
        header.instant("savedAt"),
        header.integer("size"),
        header.textIfAny("label"),
        header.number("blob"));
  }

  private static ClientId id(Tree tree, String name) {
    return id(tree.text(name));
  }

  private static @Nullable ClientId idIfAny(Tree tree, String name) {
    String text = tree.textIfAny(name);
    return text == null ? null : id(text);
  }

  private static ClientId id(String text) {
    return ClientId.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("a stored client id is none"));
  }

  private static @Nullable Json jsonIfAny(Tree tree, String name) {
    String text = tree.textIfAny(name);
    return text == null ? null : Json.of(text);
  }
}
