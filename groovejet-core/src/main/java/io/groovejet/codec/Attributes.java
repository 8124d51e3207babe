package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.groovejet.protocol.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, comparable by what they say: {@code 1.0} equals {@code 1}, the order
 * of an object's fields and the spelling of a string do not matter.
 */
public final class Attributes {

  /** Of an object without fields. */
  public static final Attributes NONE = new Attributes(Map.of());

  /** Takes whatever a scanner of messages took. */
  static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();

  private final Map<String, Object> fields;

  private Attributes(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** The fields of a valid JSON object; none of null. */
  public static Attributes of(@Nullable Json object) {
    if (object == null) {
      return NONE;
    }
    byte[] utf8 = new byte[object.size()];
    object.copyTo(utf8, 0);
    try (JsonParser parser = JSON.createParser(utf8)) {
      parser.nextToken();
      return new Attributes(object(parser));
    } catch (IOException impossible) {
      throw new IllegalArgumentException("not a JSON object", impossible);
    }
  }

  /** Whether every field of {@code wanted} is here and says the same. */
  public boolean matches(Attributes wanted) {
    return wanted.fields.entrySet().stream()
        .allMatch(field -> field.getValue().equals(fields.get(field.getKey())));
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_NULL -> Optional.empty(); // a value like others: null equals null
      default -> parser.currentToken() == JsonToken.VALUE_TRUE;
    };
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static Object number(String digits) {
    try {
      return new BigDecimal(digits).stripTrailingZeros();
    } catch (NumberFormatException | ArithmeticException beyondReason) {
      return List.of(digits); // as it is written, and no string
    }
  }
}
