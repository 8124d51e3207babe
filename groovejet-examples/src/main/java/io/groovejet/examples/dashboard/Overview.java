package io.groovejet.examples.dashboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.groovejet.EventLine;
import io.groovejet.Lobby;
import io.groovejet.examples.dashboard.History.Sample;
import io.groovejet.protocol.ErrorType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What the dashboard knows, as JSON. Its fields are explained in docs/operating.md. */
final class Overview {

  private static final JsonFactory JSON = new JsonFactory();

  private final Lobby lobby;
  private final Tally tally;
  private final History history;
  private final Diary diary;
  private final Roster roster;
  private final Instant start;

  Overview(Lobby lobby, Tally tally, History history, Diary diary, Roster roster, Instant start) {
    this.lobby = lobby;
    this.tally = tally;
    this.history = history;
    this.diary = diary;
    this.roster = roster;
    this.start = start;
  }

  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      Sample now = history.now();
      json.writeStartObject();
      json.writeNumberField("at", now.at().toEpochMilli());
      json.writeNumberField("upSeconds", Duration.between(start, now.at()).toSeconds());
      held(json, now);
      totals(json, now);
      history(json, history.samples());
      new RoomTable(lobby, roster, now.at()).write(json);
      events(json, diary.lines());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void held(JsonGenerator json, Sample now) throws IOException {
    json.writeObjectFieldStart("now");
    json.writeNumberField("rooms", now.report().rooms());
    json.writeNumberField("connections", now.report().connections());
    json.writeNumberField("busyLanes", now.report().busyLanes());
    json.writeNumberField("pendingAlarms", now.report().pendingAlarms());
    json.writeNumberField("snapshotBytes", now.report().snapshotBytes());
    json.writeEndObject();
  }

  private void totals(JsonGenerator json, Sample now) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("messagesIn", now.traffic().messagesIn());
    json.writeNumberField("bytesIn", now.traffic().bytesIn());
    json.writeNumberField("messagesOut", now.traffic().messagesOut());
    json.writeNumberField("bytesOut", now.traffic().bytesOut());
    json.writeNumberField("relayed", now.traffic().relayed());
    for (Count count : Count.values()) {
      json.writeNumberField(count.wording(), now.count(count));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("refusalsByType");
    for (Map.Entry<ErrorType, Long> one : tally.refusals().entrySet()) {
      json.writeNumberField(word(one.getKey()), one.getValue());
    }
    json.writeEndObject();
    List<Duration> without = tally.withoutHost();
    if (!without.isEmpty()) {
      json.writeNumberField("medianMillisWithoutHost", without.get(without.size() / 2).toMillis());
    }
  }

  private static void history(JsonGenerator json, List<Sample> samples) throws IOException {
    json.writeObjectFieldStart("history");
    levels(json, "at", samples, sample -> sample.at().toEpochMilli());
    levels(json, "rooms", samples, sample -> sample.report().rooms());
    levels(json, "connections", samples, sample -> sample.report().connections());
    levels(json, "snapshotBytes", samples, sample -> sample.report().snapshotBytes());
    gains(json, "messagesIn", samples, sample -> sample.traffic().messagesIn());
    gains(json, "messagesOut", samples, sample -> sample.traffic().messagesOut());
    gains(json, "relayed", samples, sample -> sample.traffic().relayed());
    gains(json, "bytesIn", samples, sample -> sample.traffic().bytesIn());
    gains(json, "bytesOut", samples, sample -> sample.traffic().bytesOut());
    for (Count count : Count.values()) {
      gains(json, count.wording(), samples, sample -> sample.count(count));
    }
    json.writeEndObject();
  }

  private static void levels(
      JsonGenerator json, String name, List<Sample> samples, ToLongFunction<Sample> level)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int i = 1; i < samples.size(); i++) {
      json.writeNumber(level.applyAsLong(samples.get(i)));
    }
    json.writeEndArray();
  }

  /** What was added within each second. */
  private static void gains(
      JsonGenerator json, String name, List<Sample> samples, ToLongFunction<Sample> total)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int i = 1; i < samples.size(); i++) {
      long before = total.applyAsLong(samples.get(i - 1));
      json.writeNumber(total.applyAsLong(samples.get(i)) - before);
    }
    json.writeEndArray();
  }

  private static void events(JsonGenerator json, List<EventLine> lines) throws IOException {
    json.writeArrayFieldStart("events");
    for (EventLine line : lines) {
      json.writeStartObject();
      json.writeNumberField("at", line.at().toEpochMilli());
      json.writeStringField("event", line.event());
      json.writeStringField("room", line.room());
      json.writeStringField("client", line.client());
      json.writeStringField("detail", line.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A constant as names are written in JSON. */
  private static String word(Enum<?> constant) {
    StringBuilder word = new StringBuilder(constant.name().toLowerCase(Locale.ROOT));
    for (int at = word.indexOf("_"); at >= 0; at = word.indexOf("_")) {
      word.deleteCharAt(at).setCharAt(at, Character.toUpperCase(word.charAt(at)));
    }
    return word.toString();
  }
}
