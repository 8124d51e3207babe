package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.groovejet.protocol.Address;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Json;
import io.groovejet.room.Client;
import io.groovejet.room.Room;
import io.groovejet.room.RoomSettings;
import io.groovejet.room.RoomTimers;
import io.groovejet.room.SnapshotHeader;
import io.groovejet.room.Vacancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room as text, for stores that outlive the process. What is null is not written. */
public final class RoomText {

  /** The version of the form that is written and read. */
  public static final int FORMAT = 1;

  private RoomText() {}

  /** The room as JSON in UTF-8. It holds the digest of its password. */
  public static byte[] write(Room room) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
    try (JsonGenerator json = MessageWriter.JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeStringField("code", room.code().value());
      settings(json, room.settings());
      json.writeNumberField("epoch", room.host().epoch());
      json.writeNumberField("lastNumber", room.host().lastNumber());
      text(json, "holder", room.host().holder());
      json.writeArrayFieldStart("clients");
      for (Client client : room.clients()) {
        client(json, client);
      }
      json.writeEndArray();
      vacancy(json, room.vacancy());
      instant(json, "unclaimedUntil", room.unclaimedUntil());
      snapshots(json, room);
      instant(json, "probedAt", room.probedAt());
      texts(json, "bannedClients", room.bans().identities());
      texts(json, "bannedAddresses", room.bans().addresses().stream().map(Address::text).toList());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array takes any byte", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static Room read(byte[] utf8) {
    return RoomReader.read(utf8);
  }

  private static void settings(JsonGenerator json, RoomSettings settings) throws IOException {
    json.writeObjectFieldStart("settings");
    json.writeBooleanField("claimable", settings.claimable());
    json.writeNumberField("maxClients", settings.maxClients());
    json.writeStringField("hostMigration", settings.hostMigration().name());
    json.writeBooleanField("isPublic", settings.isPublic());
    json.writeBooleanField("isLocked", settings.isLocked());
    if (settings.password() != null) {
      json.writeStringField("password", settings.password().reveal());
    }
    json(json, "metadata", settings.metadata());
    if (settings.maker() != null) {
      json.writeStringField("maker", settings.maker().text());
    }
    instant(json, "openedAt", settings.openedAt());
    RoomTimers timers = settings.timers();
    json.writeObjectFieldStart("timers");
    duration(json, "hostGrace", timers.hostGrace());
    duration(json, "maxHostGrace", timers.maxHostGrace());
    duration(json, "guestGrace", timers.guestGrace());
    duration(json, "hostReadyTimeout", timers.hostReadyTimeout());
    duration(json, "dormantRetention", timers.dormantRetention());
    duration(json, "snapshotRetention", timers.snapshotRetention());
    duration(json, "unclaimedRetention", timers.unclaimedRetention());
    json.writeEndObject();
    texts(json, "reservedFor", settings.reservedFor());
    json.writeEndObject();
  }

  private static void client(JsonGenerator json, Client client) throws IOException {
    json.writeStartObject();
    text(json, "id", client.id());
    ConnectionId connection = client.connection();
    if (connection != null) {
      json.writeNumberField("node", connection.node());
      json.writeNumberField("serial", connection.serial());
    }
    if (client.absence() != null) {
      instant(json, "awaySince", client.absence().since());
      instant(json, "awayUntil", client.absence().until());
    }
    json.writeStringField("dialect", client.dialect().name());
    json.writeStringField("address", client.address().text());
    json.writeBooleanField("canHost", client.canHost());
    json.writeNumberField("hostPriority", client.hostPriority());
    json(json, "profile", client.profile());
    if (client.link() != null) {
      json.writeNumberField("linkEpoch", client.link().epoch());
      json.writeBooleanField("linkUp", client.link().connected());
    }
    json.writeEndObject();
  }

  private static void vacancy(JsonGenerator json, @Nullable Vacancy vacancy) throws IOException {
    if (vacancy == null) {
      return;
    }
    json.writeObjectFieldStart("vacancy");
    json.writeStringField("reason", vacancy.reason().name());
    text(json, "previousHost", vacancy.previousHost());
    instant(json, "lostAt", vacancy.lostAt());
    json.writeStringField("phase", vacancy.phase().name());
    instant(json, "until", vacancy.until());
    if (vacancy.appointment() != null) {
      text(json, "candidate", vacancy.appointment().candidate());
      json.writeNumberField("number", vacancy.appointment().epoch());
      json.writeBooleanField("only", vacancy.appointment().only());
    }
    texts(json, "asked", vacancy.asked());
    json.writeEndObject();
  }

  private static void snapshots(JsonGenerator json, Room room) throws IOException {
    json.writeNumberField("lastSnapshot", room.snapshots().lastVersion());
    instant(json, "snapshotsBusyUntil", room.snapshots().busyUntil());
    json.writeArrayFieldStart("snapshots");
    for (SnapshotHeader header : room.snapshots().headers()) {
      json.writeStartObject();
      json.writeNumberField("version", header.version());
      json.writeNumberField("epoch", header.hostEpoch());
      instant(json, "savedAt", header.savedAt());
      json.writeNumberField("size", header.sizeBytes());
      text(json, "label", header.label());
      json.writeNumberField("blob", header.blob());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void json(JsonGenerator json, String name, @Nullable Json value)
      throws IOException {
    text(json, name, value == null ? null : value.text());
  }

  private static void texts(JsonGenerator json, String name, List<?> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (Object value : values) {
      json.writeString(value.toString());
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  private static void instant(JsonGenerator json, String name, @Nullable Instant value)
      throws IOException {
    text(json, name, value);
  }

  private static void duration(JsonGenerator json, String name, Duration value) throws IOException {
    text(json, name, value);
  }
}
