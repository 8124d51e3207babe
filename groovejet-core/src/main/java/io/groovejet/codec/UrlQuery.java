package io.groovejet.codec;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a connection's query string says in the URL dialect (protocol section 2.1).
 *
 * @param codes every value given for the room code, decoded
 * @param asHost whether the seat of the host is asked for, with whatever value
 */
public record UrlQuery(List<String> codes, boolean asHost) {

  /** Copies the list. */
  public UrlQuery {
    codes = List.copyOf(codes);
  }

  /** Reads a raw query; what cannot be decoded is taken as it stands. */
  public static UrlQuery parse(String query) {
    List<String> codes = new ArrayList<>();
    boolean asHost = false;
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (name.equals("code")) {
        codes.add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      } else if (name.equals("host")) {
        asHost = true;
      }
    }
    return new UrlQuery(codes, asHost);
  }

  /** Whether the query chooses the URL dialect. */
  public boolean choosesUrlDialect() {
    return asHost || !codes.isEmpty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
