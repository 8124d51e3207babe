package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessageListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes one message, once. */
final class MessageWriter implements ServerMessageListener {

  /** Escapes all that is not ASCII, because a client's text may hold half a surrogate pair. */
  static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final byte[] OFFER = Splice.head("guestOfferSignal", "offerSignal");
  private static final byte[] ANSWER = Splice.head("hostAnswerSignal", "answerSignal");
  private static final byte[] CANDIDATE = Splice.head("iceCandidate", "candidate");

  private final @Nullable RequestId requestId;
  private final Dialect dialect;
  private byte @Nullable [] text; // the message, once it is written

  MessageWriter(@Nullable RequestId requestId, Dialect dialect) {
    this.requestId = requestId;
    this.dialect = dialect;
  }

  /** What was written, null when the dialect does not speak it. */
  byte @Nullable [] text() {
    return text;
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  @Override
  public void identity(ServerMessage.Identity message) {
    inBothDialects(
        json -> {
          begin(json, "identity");
          json.writeStringField("clientId", message.clientId().toString());
          if (message.clientToken() != null) {
            json.writeStringField("clientToken", message.clientToken().reveal());
          }
          json.writeBooleanField("resumed", message.resumed());
          json.writeNumberField("protocolVersion", 2);
          Views.limits(json, message.limits());
          json.writeEndObject();
        });
  }

  @Override
  public void roomCreated(ServerMessage.RoomCreated message) {
    write("roomCreated", json -> Bodies.roomCreated(json, message));
  }

  @Override
  public void roomJoined(ServerMessage.RoomJoined message) {
    write("roomJoined", json -> Bodies.roomJoined(json, message));
  }

  @Override
  public void guestOfferSignal(ServerMessage.GuestOfferSignal message) {
    splice(OFFER, message.offer(), message.clientId(), message.hostEpoch());
  }

  @Override
  public void hostAnswerSignal(ServerMessage.HostAnswerSignal message) {
    splice(ANSWER, message.answer(), null, message.hostEpoch());
  }

  @Override
  public void iceCandidateSignal(ServerMessage.IceCandidateSignal message) {
    splice(CANDIDATE, message.candidate(), message.clientId(), message.hostEpoch());
  }

  @Override
  public void offerRequested(ServerMessage.OfferRequested message) {
    write(
        "requestOffer",
        json -> {
          if (message.reason() != null) {
            json.writeStringField("reason", message.reason());
          }
        });
  }

  @Override
  public void clientJoined(ServerMessage.ClientJoined message) {
    write("clientJoined", json -> Views.client(json, "client", message.client()));
  }

  @Override
  public void clientUpdated(ServerMessage.ClientUpdated message) {
    write("clientUpdated", json -> Views.client(json, "client", message.client()));
  }

  @Override
  public void clientDisconnected(ServerMessage.ClientDisconnected message) {
    write(
        "clientDisconnected",
        json -> {
          Bodies.id(json, "clientId", message.clientId());
          Views.millis(json, "graceMillis", message.grace());
        });
  }

  @Override
  public void clientReconnected(ServerMessage.ClientReconnected message) {
    write("clientReconnected", json -> Bodies.id(json, "clientId", message.clientId()));
  }

  @Override
  public void clientLeft(ServerMessage.ClientLeft message) {
    write("clientLeft", json -> Bodies.clientLeft(json, message));
  }

  @Override
  public void hostConnectionLost(ServerMessage.HostConnectionLost message) {
    write(
        "hostConnectionLost",
        json -> {
          Bodies.host(json, message.hostId(), message.hostEpoch());
          Views.millis(json, "graceMillis", message.grace());
        });
  }

  @Override
  public void hostRejoined(ServerMessage.HostRejoined message) {
    write("hostRejoined", json -> Bodies.host(json, message.hostId(), message.hostEpoch()));
  }

  @Override
  public void hostMigrated(ServerMessage.HostMigrated message) {
    write("hostMigrated", json -> Bodies.hostMigrated(json, message));
  }

  @Override
  public void hostMigrationStarted(ServerMessage.HostMigrationStarted message) {
    write("hostMigrationStarted", json -> Bodies.hostMigrationStarted(json, message));
  }

  @Override
  public void becomeHost(ServerMessage.BecomeHost message) {
    write("becomeHost", json -> Bodies.becomeHost(json, message));
  }

  @Override
  public void hostMigrationFailed(ServerMessage.HostMigrationFailed message) {
    write("hostMigrationFailed", json -> Bodies.hostMigrationFailed(json, message));
  }

  @Override
  public void snapshotSaved(ServerMessage.SnapshotSaved message) {
    write("snapshotSaved", json -> Bodies.snapshotSaved(json, message));
  }

  @Override
  public void snapshotLoaded(ServerMessage.SnapshotLoaded message) {
    write("snapshotLoaded", json -> Bodies.snapshotLoaded(json, message));
  }

  @Override
  public void roomLeft(ServerMessage.RoomLeft message) {
    write("roomLeft", json -> json.writeStringField("roomCode", message.roomCode().value()));
  }

  @Override
  public void roomUpdated(ServerMessage.RoomUpdated message) {
    write("roomUpdated", json -> Views.room(json, message.room()));
  }

  @Override
  public void removedFromRoom(ServerMessage.RemovedFromRoom message) {
    write(
        "removedFromRoom",
        json -> Bodies.end(json, message.roomCode(), message.reason(), message.detail()));
  }

  @Override
  public void roomClosed(ServerMessage.RoomClosed message) {
    write(
        "roomClosed",
        json -> Bodies.end(json, message.roomCode(), message.reason(), message.detail()));
  }

  @Override
  public void roomList(ServerMessage.RoomList message) {
    write("roomList", json -> Bodies.roomList(json, message));
  }

  @Override
  public void iceServersGranted(ServerMessage.IceServersGranted message) {
    write("iceServers", json -> Bodies.iceServers(json, message.ice()));
  }

  @Override
  public void appMessageHeard(ServerMessage.AppMessageHeard message) {
    write("appMessage", json -> Views.raw(json, "message", message.message()));
  }

  @Override
  public void serverDraining(ServerMessage.ServerDraining message) {
    write(
        "serverDraining",
        json -> Views.millis(json, "reconnectAfterMillis", message.reconnectAfter()));
  }

  @Override
  public void failed(ServerMessage.Failed message) {
    inBothDialects(json -> Views.refusal(json, message.refusal()));
  }

  private void splice(byte[] before, Json payload, @Nullable ClientId sender, long hostEpoch) {
    StringBuilder behind = new StringBuilder(96);
    if (sender != null) {
      behind.append(",\"clientId\":\"").append(sender.value()).append('"');
    }
    if (dialect == Dialect.MESSAGE) {
      behind.append(",\"hostEpoch\":").append(hostEpoch);
    }
    text = Splice.of(before, payload, behind.append("}}").toString());
  }

  private void write(String type, Body data) {
    if (dialect == Dialect.URL) {
      return;
    }
    inBothDialects(
        json -> {
          begin(json, type);
          data.write(json);
          json.writeEndObject();
        });
  }

  private void inBothDialects(Body body) {
    ByteArrayBuilder bytes = new ByteArrayBuilder(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      body.write(json);
      if (requestId != null) {
        json.writeStringField("requestId", requestId.value());
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array takes any byte", impossible);
    }
    text = bytes.toByteArray();
  }

  private static void begin(JsonGenerator json, String type) throws IOException {
    json.writeStringField("type", type);
    json.writeObjectFieldStart("data");
  }
}
