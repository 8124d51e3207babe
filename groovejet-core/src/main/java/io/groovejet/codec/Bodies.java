package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ServerMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The data of messages that have much of it. */
final class Bodies {

  private Bodies() {}

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

  static void host(JsonGenerator json, ClientId host, long epoch) throws IOException {
    id(json, "hostId", host);
    json.writeNumberField("hostEpoch", epoch);
  }

  static void id(JsonGenerator json, String name, @Nullable ClientId id) throws IOException {
    json.writeStringField(name, id == null ? null : id.toString());
  }
}
