package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonToken;
import io.groovejet.protocol.Json;
import org.jspecify.annotations.Nullable;

/** The members of a checked object: found by name, in the text where they stand. */
final class Members {

  static final Members NONE = new Members(new byte[0], new int[0], 0);

  private final byte[] text;
  private final int[] places; // of the quotes before the names
  private final int end; // where the object's bracket stands

  Members(byte[] text, int[] places, int end) {
    this.text = text;
    this.places = places;
    this.end = end;
  }

  /**
   * A member's value.
   *
   * @param kind what it is
   * @param json its bytes
   */
  record Value(JsonToken kind, Json json) {}

  @Nullable Value find(String name) {
    Spelling spelling = new Spelling(text);
    for (int i = 0; i < places.length; i++) {
      if (isNamed(text, places[i], name, spelling)) {
        return value(spelling.end(), i + 1 < places.length ? places[i + 1] : end);
      }
    }
    return null;
  }

  /** A member that is a string, decoded; null if there is none. */
  @Nullable String text(String name) {
    Value value = find(name);
    return value == null || value.kind != JsonToken.VALUE_STRING ? null : unquoted(value.json);
  }

  /** What a checked string says. */
  static String unquoted(Json string) {
    String quoted = string.text();
    if (quoted.indexOf('\\') < 0) {
      return quoted.substring(1, quoted.length() - 1);
    }
    byte[] text = new byte[string.size()];
    string.copyTo(text, 0);
    Spelling spelling = new Spelling(text);
    StringBuilder said = new StringBuilder(text.length);
    spelling.begin(0);
    for (int next = spelling.next(); next >= 0; next = spelling.next()) {
      said.appendCodePoint(next);
    }
    return said.toString();
  }

  /** Whether the name at that place is this one, of ASCII. */
  static boolean isNamed(byte[] text, int place, String name, Spelling spelling) {
    spelling.begin(place);
    int length = 0;
    int next = spelling.next();
    while (length < name.length() && next == name.charAt(length)) {
      length++;
      next = spelling.next();
    }
    return length == name.length() && next < 0;
  }

  /** White space (RFC 8259 section 2). */
  static boolean isSpace(int sign) {
    return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
  }

  private Value value(int closingQuote, int behind) {
    int from = closingQuote + 1;
    while (isSpace(text[from]) || text[from] == ':') {
      from++;
    }
    int to = behind;
    while (isSpace(text[to - 1]) || text[to - 1] == ',') {
      to--;
    }
    return new Value(kind(from, to), Json.slice(text, from, to));
  }

  private JsonToken kind(int from, int to) {
    return switch (text[from]) {
      case '{' -> JsonToken.START_OBJECT;
      case '[' -> JsonToken.START_ARRAY;
      case '"' -> JsonToken.VALUE_STRING;
      case 't' -> JsonToken.VALUE_TRUE;
      case 'f' -> JsonToken.VALUE_FALSE;
      case 'n' -> JsonToken.VALUE_NULL;
      default -> isWhole(from, to) ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    };
  }

  private boolean isWhole(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '.' || text[i] == 'e' || text[i] == 'E') {
        return false;
      }
    }
    return true;
  }
}
