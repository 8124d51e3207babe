package io.groovejet.testkit.simulation;

import io.groovejet.testkit.Loose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client was told, taken apart. */
record Message(String text, Map<?, ?> fields) {

  static Message of(String text) {
    if (Loose.parse(text) instanceof Map<?, ?> fields) {
      return new Message(text, fields);
    }
    throw new AssertionError("no object was sent: " + text);
  }

  String type() {
    return String.valueOf(fields.get("type"));
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

  boolean flag(String name) {
    return Boolean.TRUE.equals(data(name));
  }

  long number(String name) {
    return Long.parseLong(text(name));
  }

  List<?> list(String name) {
    return data(name) instanceof List<?> items ? items : List.of();
  }

  Optional<String> requestId() {
    return Optional.ofNullable(fields.get("requestId")).map(String::valueOf);
  }
}
