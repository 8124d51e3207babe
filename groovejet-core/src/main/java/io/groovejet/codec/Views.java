package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groovejet.protocol.ClientView;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.IceServer;
import io.groovejet.protocol.IdentityLimits;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.MigrationView;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomView;
import io.groovejet.protocol.SnapshotView;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects that several messages carry. */
final class Views {

  private Views() {}

  static void client(JsonGenerator json, String name, ClientView client) throws IOException {
    json.writeFieldName(name);
    client(json, client);
  }

  static void client(JsonGenerator json, ClientView client) throws IOException {
    json.writeStartObject();
    json.writeStringField("clientId", client.clientId().toString());
    json.writeBooleanField("isHost", client.isHost());
    json.writeBooleanField("connected", client.connected());
    json.writeBooleanField("canHost", client.canHost());
    raw(json, "profile", client.profile());
    json.writeEndObject();
  }

  static void clients(JsonGenerator json, List<ClientView> clients) throws IOException {
    json.writeArrayFieldStart("clients");
    for (ClientView client : clients) {
      client(json, client);
    }
    json.writeEndArray();
  }

  static void migration(JsonGenerator json, @Nullable MigrationView migration) throws IOException {
    if (migration == null) {
      return;
    }
    json.writeObjectFieldStart("migration");
    if (migration.candidateId() != null) {
      json.writeStringField("candidateId", migration.candidateId().toString());
    }
    json.writeNumberField("hostEpoch", migration.hostEpoch());
    millis(json, "timeoutMillis", migration.timeout());
    json.writeStringField("reason", WireNames.of(migration.reason()));
    json.writeEndObject();
  }

  static void snapshot(JsonGenerator json, @Nullable SnapshotView snapshot) throws IOException {
    if (snapshot == null) {
      return;
    }
    json.writeObjectFieldStart("snapshot");
    header(json, snapshot);
    json.writeNumberField("sizeBytes", snapshot.sizeBytes());
    json.writeEndObject();
  }

  static void header(JsonGenerator json, SnapshotView header) throws IOException {
    json.writeNumberField("snapshotVersion", header.snapshotVersion());
    json.writeNumberField("hostEpoch", header.hostEpoch());
    millis(json, "ageMillis", header.age());
    if (header.label() != null) {
      json.writeStringField("label", header.label());
    }
  }

  static void limits(JsonGenerator json, IdentityLimits limits) throws IOException {
    json.writeObjectFieldStart("limits");
    json.writeNumberField("maxMessageBytes", limits.maxMessageBytes());
    json.writeNumberField("maxSnapshotBytes", limits.maxSnapshotBytes());
    json.writeNumberField("messagesPerSecond", limits.messagesPerSecond());
    json.writeNumberField("messageBurst", limits.messageBurst());
    json.writeEndObject();
  }

  static void room(JsonGenerator json, RoomView room) throws IOException {
    json.writeObjectFieldStart("room");
    settings(json, room);
    json.writeEndObject();
  }

  /** A room's settings, within its object. */
  static void settings(JsonGenerator json, RoomView room) throws IOException {
    json.writeStringField("roomCode", room.roomCode().value());
    json.writeBooleanField("isPublic", room.isPublic());
    json.writeBooleanField("isLocked", room.isLocked());
    json.writeBooleanField("hasPassword", room.hasPassword());
    json.writeNumberField("maxClients", room.maxClients());
    json.writeStringField("hostMigration", WireNames.of(room.hostMigration()));
    Json metadata = room.metadata();
    raw(json, "metadata", metadata == null ? Json.of("{}") : metadata);
  }

  static void iceServers(JsonGenerator json, @Nullable IceGrant grant) throws IOException {
    if (grant == null) {
      return;
    }
    json.writeArrayFieldStart("iceServers");
    for (IceServer server : grant.servers()) {
      json.writeStartObject();
      json.writeArrayFieldStart("urls");
      for (String url : server.urls()) {
        json.writeString(url);
      }
      json.writeEndArray();
      if (server.username() != null) {
        json.writeStringField("username", server.username());
      }
      if (server.credential() != null) {
        json.writeStringField("credential", server.credential().reveal());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void refusal(JsonGenerator json, Refusal refusal) throws IOException {
    json.writeStringField("type", "error");
    String veto = refusal.vetoType();
    json.writeStringField("errorType", veto == null ? WireNames.of(refusal.type()) : veto);
    json.writeStringField("errorMessage", refusal.sentence());
    boolean hasData =
        refusal.retryAfter() != null
            || refusal.hostEpoch() != null
            || refusal.limit() != null
            || refusal.field() != null;
    if (!hasData) {
      return;
    }
    json.writeObjectFieldStart("data");
    millis(json, "retryAfterMillis", refusal.retryAfter());
    if (refusal.hostEpoch() != null) {
      json.writeNumberField("hostEpoch", refusal.hostEpoch());
    }
    if (refusal.limit() != null) {
      json.writeNumberField("limit", refusal.limit());
    }
    if (refusal.field() != null) {
      json.writeStringField("field", refusal.field());
    }
    json.writeEndObject();
  }

  /** Writes the duration in whole milliseconds, or nothing for null. */
  static void millis(JsonGenerator json, String name, @Nullable Duration duration)
      throws IOException {
    if (duration != null) {
      json.writeNumberField(name, duration.toMillis());
    }
  }

  /** Writes the value as it is, or nothing for null. */
  static void raw(JsonGenerator json, String name, @Nullable Json value) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      json.writeRawValue(value.text());
    }
  }
}
