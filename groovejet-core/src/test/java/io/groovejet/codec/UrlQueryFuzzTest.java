package io.groovejet.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any query can be read. */
final class UrlQueryFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void anyQueryCanBeRead(byte[] bytes) {
    UrlQuery query = UrlQuery.parse(new String(bytes, StandardCharsets.ISO_8859_1));

    if (query.choosesUrlDialect() != (query.asHost() || !query.codes().isEmpty())) {
      throw new AssertionError(query.toString());
    }
  }
}
