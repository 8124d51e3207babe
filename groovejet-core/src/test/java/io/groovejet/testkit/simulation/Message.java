package io.groovejet.testkit.simulation;

import io.groovejet.testkit.Loose;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client was told, taken apart. */
record Message(Map<?, ?> fields) {

  static Message of(byte[] utf8) {
    if (Loose.parse(new String(utf8, StandardCharsets.UTF_8)) instanceof Map<?, ?> fields) {
      return new Message(fields);
    }
    throw new AssertionError("no object was sent");
  }

  static long number(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.longValueExact();
    }
    throw new AssertionError("no number: " + value);
  }

  String type() {
    return String.valueOf(fields.get("type"));
  }

  String errorType() {
    return String.valueOf(fields.get("errorType"));
  }

  String errorMessage() {
    return String.valueOf(fields.get("errorMessage"));
  }

  @Nullable Object data(String name) {
    return fields.get("data") instanceof Map<?, ?> data ? data.get(name) : null;
  }

  String text(String name) {
    return String.valueOf(data(name));
  }

  /** The id of the client that the message describes. */
  String describedClient() {
    return data("client") instanceof Map<?, ?> client
        ? String.valueOf(client.get("clientId"))
        : "nobody";
  }

  /** What the message says of the room. */
  String settings() {
    return data("room") instanceof Map<?, ?> room
        ? room.get("isPublic")
            + " "
            + room.get("isLocked")
            + " "
            + room.get("hasPassword")
            + " "
            + room.get("maxClients")
        : "none";
  }

  /** The version of the snapshot that the message announces. */
  long snapshotVersion() {
    return data("snapshot") instanceof Map<?, ?> header ? number(header.get("snapshotVersion")) : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(data(name));
  }

  long number(String name) {
    return number(data(name));
  }

  List<?> list(String name) {
    return data(name) instanceof List<?> items ? items : List.of();
  }

  Optional<String> requestId() {
    return Optional.ofNullable(fields.get("requestId")).map(String::valueOf);
  }
}
