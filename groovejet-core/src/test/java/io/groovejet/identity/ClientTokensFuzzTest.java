package io.groovejet.identity;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.groovejet.protocol.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** No text proves anything that was not issued. */
final class ClientTokensFuzzTest {

  private static final byte[] OLD_KEY = new byte[32];
  private static final byte[] KEY = filled();
  private static final ClientTokens TOKENS =
      new ClientTokens(KEY, List.of(OLD_KEY), Duration.ofDays(1));

  @FuzzTest(maxDuration = "1m")
  void noTextProvesAnything(byte[] bytes) {
    Secret token = new Secret(new String(bytes, StandardCharsets.ISO_8859_1));

    if (TOKENS.verify(token, Instant.EPOCH).isPresent()) {
      throw new AssertionError("nobody issued " + token.reveal());
    }
  }

  private static byte[] filled() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    return key;
  }
}
