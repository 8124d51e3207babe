package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.ListedRoom;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The data of messages that have much of it. */
final class Bodies {

  private Bodies() {}

  static void roomCreated(JsonGenerator json, ServerMessage.RoomCreated message)
      throws IOException {
    json.writeStringField("roomCode", message.room().roomCode().value());
    json.writeNumberField("hostEpoch", message.hostEpoch());
    Views.room(json, message.room());
    Views.iceServers(json, message.ice());
  }

  static void roomJoined(JsonGenerator json, ServerMessage.RoomJoined message) throws IOException {
    json.writeBooleanField("clientIsHost", message.clientIsHost());
    json.writeBooleanField("reconnected", message.reconnected());
    json.writeStringField("roomCode", message.room().roomCode().value());
    id(json, "hostId", message.hostId());
    json.writeBooleanField("hostConnected", message.hostConnected());
    json.writeNumberField("hostEpoch", message.hostEpoch());
    Views.clients(json, message.clients());
    Views.room(json, message.room());
    Views.snapshot(json, message.snapshot());
    Views.migration(json, message.migration());
    Views.millis(json, "closesInMillis", message.closesIn());
    Views.iceServers(json, message.ice());
  }

  static void clientLeft(JsonGenerator json, ServerMessage.ClientLeft message) throws IOException {
    id(json, "clientId", message.clientId());
    reason(json, message.reason(), message.detail());
  }

  /** How a room ends, for all or for one. */
  static void end(JsonGenerator json, RoomCode code, Enum<?> reason, @Nullable String detail)
      throws IOException {
    json.writeStringField("roomCode", code.value());
    reason(json, reason, detail);
  }

  static void roomList(JsonGenerator json, ServerMessage.RoomList message) throws IOException {
    json.writeArrayFieldStart("rooms");
    for (ListedRoom listed : message.rooms()) {
      json.writeStartObject();
      Views.settings(json, listed.room());
      json.writeNumberField("clientCount", listed.clientCount());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (message.cursor() != null) {
      json.writeStringField("cursor", message.cursor());
    }
  }

  static void iceServers(JsonGenerator json, IceGrant grant) throws IOException {
    Views.iceServers(json, grant);
    Views.millis(json, "expiresInMillis", grant.expiresIn());
  }

  static void becomeHost(JsonGenerator json, ServerMessage.BecomeHost message) throws IOException {
    json.writeNumberField("hostEpoch", message.hostEpoch());
    Views.millis(json, "timeoutMillis", message.timeout());
    json.writeStringField("reason", WireNames.of(message.reason()));
    id(json, "previousHostId", message.previousHostId());
    Views.clients(json, message.clients());
    Views.snapshot(json, message.snapshot());
  }

  static void hostMigrationStarted(JsonGenerator json, ServerMessage.HostMigrationStarted message)
      throws IOException {
    id(json, "candidateId", message.candidateId());
    json.writeNumberField("hostEpoch", message.hostEpoch());
    Views.millis(json, "timeoutMillis", message.timeout());
    json.writeStringField("reason", WireNames.of(message.reason()));
  }

  static void hostMigrated(JsonGenerator json, ServerMessage.HostMigrated message)
      throws IOException {
    host(json, message.hostId(), message.hostEpoch());
    id(json, "previousHostId", message.previousHostId());
    json.writeStringField("reason", WireNames.of(message.reason()));
  }

  static void hostMigrationFailed(JsonGenerator json, ServerMessage.HostMigrationFailed message)
      throws IOException {
    json.writeStringField("reason", WireNames.of(message.reason()));
    if (message.hostEpoch() != null) {
      json.writeNumberField("hostEpoch", message.hostEpoch());
    }
    Views.millis(json, "closesInMillis", message.closesIn());
  }

  static void snapshotSaved(JsonGenerator json, ServerMessage.SnapshotSaved message)
      throws IOException {
    json.writeNumberField("snapshotVersion", message.snapshotVersion());
    json.writeNumberField("hostEpoch", message.hostEpoch());
    json.writeNumberField("sizeBytes", message.sizeBytes());
  }

  static void snapshotLoaded(JsonGenerator json, ServerMessage.SnapshotLoaded message)
      throws IOException {
    Views.header(json, message.header());
    json.writeFieldName("snapshot");
    json.writeRawValue(message.snapshot().text());
  }

  private static void reason(JsonGenerator json, Enum<?> reason, @Nullable String detail)
      throws IOException {
    json.writeStringField("reason", WireNames.of(reason));
    if (detail != null) {
      json.writeStringField("detail", detail);
    }
  }

  static void host(JsonGenerator json, ClientId host, long epoch) throws IOException {
    id(json, "hostId", host);
    json.writeNumberField("hostEpoch", epoch);
  }

  static void id(JsonGenerator json, String name, @Nullable ClientId id) throws IOException {
    json.writeStringField(name, id == null ? null : id.toString());
  }
}
