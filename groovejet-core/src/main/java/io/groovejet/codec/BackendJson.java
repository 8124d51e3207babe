package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.groovejet.protocol.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Looks at JSON that a backend brings: what clients send was looked at when it was read. */
public final class BackendJson {

  private BackendJson() {}

  /**
   * The value itself.
   *
   * @throws IllegalArgumentException if it is no JSON value
   */
  public static Json value(Json json) {
    if (begin(json) == null) {
      throw new IllegalArgumentException("not a JSON value: " + json);
    }
    return json;
  }

  /**
   * The object itself, or null.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static @Nullable Json object(@Nullable Json json) {
    if (json != null && begin(json) != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("not a JSON object: " + json);
    }
    return json;
  }

  /** What the value begins with, null if it is not one value. */
  private static @Nullable JsonToken begin(Json json) {
    byte[] utf8 = new byte[json.size()];
    json.copyTo(utf8, 0);
    try (JsonParser parser = Attributes.JSON.createParser(utf8)) {
      JsonToken first = parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null ? first : null;
    } catch (IOException malformed) {
      return null;
    }
  }
}
