package io.groovejet.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as tests like to write it, with single quotes, bare names and a comma too many, and how it
 * is compared: an expected object names the fields that matter, everything else is equal or not.
 */
public final class Loose {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private Loose() {}

  /** The value as maps, lists, strings, numbers, booleans and null. */
  public static @Nullable Object parse(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException notJson) {
      throw new UncheckedIOException("not even loosely JSON: " + text, notJson);
    }
  }

  /** Strict JSON for loose text. */
  public static String strict(String loose) {
    StringBuilder strict = new StringBuilder();
    write(parse(loose), strict);
    return strict.toString();
  }

  /** Whether {@code actual} has all that {@code expected} names. */
  public static boolean matches(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> fields && actual instanceof Map<?, ?> others) {
      return fields.entrySet().stream()
          .allMatch(
              field ->
                  others.containsKey(field.getKey())
                      && matches(field.getValue(), others.get(field.getKey())));
    }
    if (expected instanceof List<?> items && actual instanceof List<?> others) {
      boolean same = items.size() == others.size();
      for (int i = 0; same && i < items.size(); i++) {
        same = matches(items.get(i), others.get(i));
      }
      return same;
    }
    return expected == null ? actual == null : expected.equals(actual);
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static void write(@Nullable Object value, StringBuilder to) {
    if (value instanceof Map<?, ?> fields) {
      String separator = "{";
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        to.append(separator);
        write(field.getKey(), to);
        to.append(':');
        write(field.getValue(), to);
        separator = ",";
      }
      to.append(fields.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> items) {
      String separator = "[";
      for (Object item : items) {
        to.append(separator);
        write(item, to);
        separator = ",";
      }
      to.append(items.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) {
      quote(text, to);
    } else {
      to.append(value);
    }
  }

  private static void quote(String text, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        to.append(String.format("\\u%04x", (int) c));
      } else {
        to.append(c);
      }
    }
    to.append('"');
  }
}
