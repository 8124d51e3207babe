package io.groovejet.examples.dashboard;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groovejet.EventLine;
import io.groovejet.Lobby;
import io.groovejet.protocol.ClientId;
import io.groovejet.room.Absence;
import io.groovejet.room.Client;
import io.groovejet.room.Room;
import io.groovejet.room.SnapshotHeader;
import io.groovejet.room.Vacancy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The rooms there are, as JSON: newest first, names shortened, nothing that clients wrote. */
final class RoomTable {

  private static final int MOST_READ = 1_000;
  private static final int MOST_SHOWN = 100;

  private final Lobby lobby;
  private final Roster roster;
  private final Instant now;

  private record Row(Room room, Roster.Entry entry) {}

  RoomTable(Lobby lobby, Roster roster, Instant now) {
    this.lobby = lobby;
    this.roster = roster;
    this.now = now;
  }

  void write(JsonGenerator json) throws IOException {
    List<Row> rows =
        lobby
            .rooms()
            .limit(MOST_READ)
            .map(room -> new Row(room, roster.saw(room.code(), now)))
            .sorted(Comparator.comparing((Row row) -> row.entry.number()).reversed())
            .limit(MOST_SHOWN)
            .toList();
    json.writeArrayFieldStart("rooms");
    for (Row row : rows) {
      write(json, row);
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json, Row row) throws IOException {
    Room room = row.room;
    ClientId host = room.host().holder();
    json.writeStartObject();
    json.writeNumberField("number", row.entry.number());
    json.writeStringField("room", EventLine.shortened(room.code()));
    json.writeNumberField("ageSeconds", since(row.entry.since()));
    json.writeStringField("state", state(room));
    json.writeNumberField("epoch", room.host().epoch());
    json.writeNumberField("seats", room.settings().maxClients());
    json.writeStringField("host", EventLine.shortened(host));
    json.writeArrayFieldStart("members");
    for (Client client : room.clients()) {
      write(json, client, client.id().equals(host));
    }
    json.writeEndArray();
    List<SnapshotHeader> kept = room.snapshots().headers();
    if (!kept.isEmpty()) {
      write(json, kept.get(kept.size() - 1));
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Client client, boolean hosts) throws IOException {
    json.writeStartObject();
    json.writeStringField("client", EventLine.shortened(client.id()));
    json.writeBooleanField("host", hosts);
    json.writeBooleanField("connected", client.connected());
    Absence absence = client.absence();
    if (absence != null) {
      json.writeNumberField("awaySeconds", since(absence.since()));
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, SnapshotHeader snapshot) throws IOException {
    json.writeObjectFieldStart("snapshot");
    json.writeNumberField("version", snapshot.version());
    json.writeNumberField("ageSeconds", since(snapshot.savedAt()));
    json.writeNumberField("sizeBytes", snapshot.sizeBytes());
    json.writeEndObject();
  }

  private static String state(Room room) {
    Vacancy vacancy = room.vacancy();
    if (vacancy == null) {
      return room.hostConnected() ? "hosted" : "unclaimed";
    }
    return switch (vacancy.phase()) {
      case GRACE, EXTENDED -> "waiting";
      case APPOINTED -> room.hostConnected() ? "handingOver" : "appointing";
      case DORMANT, CLAIMABLE -> "hostless";
    };
  }

  private long since(Instant instant) {
    return Math.max(0, Duration.between(instant, now).toSeconds());
  }
}
