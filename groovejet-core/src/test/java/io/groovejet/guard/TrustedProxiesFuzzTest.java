package io.groovejet.guard;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.groovejet.protocol.Address;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any header gives a short address, and the peer's own if that is no proxy. */
final class TrustedProxiesFuzzTest {

  private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/8", "::1", "fd00::/8");
  private static final int LONGEST = 40;

  @FuzzTest(maxDuration = "1m")
  void anyHeaderGivesAnAddress(byte[] bytes) {
    List<String> fields = List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
    Address forwarded = PROXIES.client("10.1.2.3", fields);
    Address direct = PROXIES.client("192.0.2.1", fields);
    PROXIES.client(fields.get(0), fields);

    if (forwarded.text().length() > LONGEST || !direct.text().equals("192.0.2.1")) {
      throw new AssertionError(forwarded + " or " + direct);
    }
  }
}
