package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object of our own, read whole. Whatever is missing or odd is an illegal argument. */
final class Tree {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NAME = 64;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(MAX_NAME)
                  .build())
          .build();

  private final Map<String, Object> fields;

  private Tree(Map<String, Object> fields) {
    this.fields = fields;
  }

  static Tree read(byte[] utf8) throws IOException {
    try (JsonParser parser = JSON.createParser(utf8)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not an object");
      }
      return object(parser);
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  @Nullable String textIfAny(String name) {
    return has(name) ? text(name) : null;
  }

  String text(String name) {
    return get(name, String.class);
  }

  boolean flag(String name) {
    return get(name, Boolean.class);
  }

  long number(String name) {
    return get(name, Long.class);
  }

  int integer(String name) {
    return Math.toIntExact(number(name));
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  @Nullable Instant instantIfAny(String name) {
    return has(name) ? instant(name) : null;
  }

  Duration duration(String name) {
    return Duration.parse(text(name));
  }

  Tree child(String name) {
    return get(name, Tree.class);
  }

  List<Tree> children(String name) {
    return items(name, Tree.class);
  }

  List<String> texts(String name) {
    return items(name, String.class);
  }

  private <T> List<T> items(String name, Class<T> type) {
    List<T> items = new ArrayList<>();
    for (Object item : get(name, List.class)) {
      items.add(cast(name, item, type));
    }
    return items;
  }

  private <T> T get(String name, Class<T> type) {
    return cast(name, fields.get(name), type);
  }

  private static <T> T cast(String name, @Nullable Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("a stored room has no usable " + name);
    }
    return type.cast(value);
  }

  private static Tree object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new Tree(fields);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new IllegalArgumentException("a stored room holds what it never does");
    };
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }
}
