package io.groovejet.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.groovejet.codec.Decoded.Garbage;
import io.groovejet.protocol.Dialect;
import java.io.IOException;

/** Any bytes are a message or have an error, at a bounded price; Jackson agrees what JSON is. */
final class MessageFuzzTest {

  private static final int TIMES = 8;
  private static final long BESIDES = 16 * 1024; // what short texts and the fuzzer itself cost
  private static final int TRIES = 3; // classes may be loaded meanwhile

  private static final JsonFactory STRICT =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAMessageOrHaveAnError(byte[] bytes) {
    long most = (long) TIMES * bytes.length + BESIDES;
    long cost = Long.MAX_VALUE;
    for (int attempt = 0; attempt < TRIES && cost > most; attempt++) {
      cost = Allocation.of(() -> Decoder.decode(bytes, Dialect.MESSAGE));
    }
    if (cost > most) {
      throw new AssertionError(bytes.length + " bytes cost " + cost);
    }
    boolean garbage = Decoder.decode(bytes, Dialect.MESSAGE) instanceof Garbage;
    if (garbage != Decoder.decode(bytes, Dialect.URL) instanceof Garbage) {
      throw new AssertionError("the dialects differ about what JSON is");
    }
    if (Utf8.isWellFormed(bytes) && garbage == isObject(bytes)) {
      throw new AssertionError("taken for garbage, and is none, or the other way round");
    }
  }

  private static boolean isObject(byte[] bytes) {
    try (JsonParser parser = STRICT.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException none) {
      return false;
    }
  }
}
