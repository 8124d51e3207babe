package io.groovejet.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One text as a message without its meaning: its type, its request id, and where in the text each
 * field of its data stands. Found in one pass that checks the whole text and decodes no payload.
 */
final class Envelope {

  private static final int MAX_DEPTH = 32;

  /** In bytes. A factory remembers thousands of names: long ones could fill the memory. */
  private static final int MAX_REMEMBERED_NAME = 64;

  private static final JsonFactory JSON = json(MAX_REMEMBERED_NAME);

  private final byte[] text;
  private final Fields data = new Fields();
  private @Nullable String type; // set when the text has one
  private @Nullable RequestId requestId; // set when the text has one that fits
  private @Nullable Refusal flaw; // the first thing that is wrong, if the text is an object

  private Envelope(byte[] text) {
    this.text = text;
  }

  /**
   * Reads a text.
   *
   * @throws MalformedException if it is no JSON object that is whole, unambiguous and flat enough
   */
  static Envelope of(byte[] text) throws MalformedException {
    try {
      return read(text, JSON);
    } catch (StreamConstraintsException unusualNames) {
      return readForgetting(text);
    } catch (IOException refused) {
      throw notJson();
    }
  }

  /**
   * A parser for a text, taken for UTF-8 whatever it looks like, with names of 64 bytes at most.
   */
  static JsonParser parser(byte[] text) throws IOException {
    return JSON.createParser(text);
  }

  @Nullable String type() {
    return type;
  }

  @Nullable RequestId requestId() {
    return requestId;
  }

  @Nullable Refusal flaw() {
    return flaw;
  }

  Fields data() {
    return data;
  }

  /** Reads with a factory of its own, which goes away with all names it has met. */
  private static Envelope readForgetting(byte[] text) throws MalformedException {
    try {
      return read(text, json(Integer.MAX_VALUE));
    } catch (IOException refused) {
      throw notJson();
    }
  }

  private static Envelope read(byte[] text, JsonFactory json)
      throws IOException, MalformedException {
    Envelope envelope = new Envelope(text);
    try (JsonParser parser = json.createParser(text)) {
      envelope.read(parser);
    }
    return envelope;
  }

  private static JsonFactory json(int maxNameLength) {
    return new JsonFactoryBuilder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(maxNameLength)
                .maxStringLength(Integer.MAX_VALUE)
                .build())
        .build();
  }

  private void read(JsonParser parser) throws IOException, MalformedException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw notJson();
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> readType(parser, value);
        case "requestId" -> readRequestId(parser, value);
        case "data" -> readData(parser, value);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw notJson();
    }
    if (type == null) {
      flaw(Refusal.malformed("type", "A message has a type, which is a string"));
    }
  }

  private void readType(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      type = parser.getText();
    } else {
      parser.skipChildren();
    }
  }

  private void readRequestId(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING && RequestId.fits(parser.getText())) {
      requestId = new RequestId(parser.getText());
    } else {
      parser.skipChildren();
      flaw(
          Refusal.tooLarge(
              "requestId", "A requestId is a string of 1 to 64 characters", RequestId.MAX_LENGTH));
    }
  }

  private void readData(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.START_OBJECT) {
      JsonToken next = parser.nextToken();
      while (next == JsonToken.FIELD_NAME) {
        next = readField(parser);
      }
    } else {
      parser.skipChildren();
      if (value != JsonToken.VALUE_NULL) {
        flaw(Refusal.malformed("data", "The data of a message is an object"));
      }
    }
  }

  /** Reads a field up to what follows it, for going on is the only way to skip and not decode. */
  private JsonToken readField(JsonParser parser) throws IOException {
    String name = parser.currentName();
    JsonToken kind = parser.nextToken();
    int from = startOfToken(parser);
    parser.skipChildren();
    JsonToken next = parser.nextToken();
    int to = startOfToken(parser);
    while (separates(text[to - 1])) {
      to--;
    }
    data.add(name, kind, Json.slice(text, from, to));
    return next;
  }

  private static int startOfToken(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /** Whether no value ends with that byte: white space or comma (RFC 8259 section 2). */
  private static boolean separates(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == ',';
  }

  private void flaw(Refusal found) {
    if (flaw == null) {
      flaw = found;
    }
  }

  private static MalformedException notJson() {
    return new MalformedException(
        Refusal.malformed(
            "type", "A message is one JSON object with unique names, 32 levels deep at most"));
  }
}
