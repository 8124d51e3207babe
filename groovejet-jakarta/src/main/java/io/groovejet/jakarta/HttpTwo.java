package io.groovejet.jakarta;

import java.util.List;
import java.util.Locale;

/** What an HTTP/2 request has instead of header fields of HTTP/1.1, or does without. */
final class HttpTwo {

  private static final List<String> ANY_KEY = List.of("AAAAAAAAAAAAAAAAAAAAAA==");

  private HttpTwo() {}

  /**
   * Stands in for a header field that is not there: the authority for {@code Host} (RFC 9113
   * section 8.3.1), and a key, which HTTP/2 has no use for (RFC 8441 section 5).
   */
  static List<String> standIn(String name, String authority) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "host" -> List.of(authority);
      case "sec-websocket-key" -> ANY_KEY;
      default -> List.of();
    };
  }
}
