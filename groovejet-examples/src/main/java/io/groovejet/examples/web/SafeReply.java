package io.groovejet.examples.web;

import io.groovejet.HttpReply;
import io.groovejet.HttpReply.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Replies that a browser takes for nothing but what they are, and that load nothing elsewhere. */
public final class SafeReply {

  private static final List<Header> SAFE =
      List.of(
          new Header(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'; require-trusted-types-for 'script'"),
          new Header("X-Content-Type-Options", "nosniff"),
          new Header("Referrer-Policy", "no-referrer"));

  private SafeReply() {}

  /**
   * A reply.
   *
   * @param caching how it may be kept, as of {@code Cache-Control}
   */
  public static HttpReply of(
      int status, String contentType, String caching, String body, Header... more) {
    List<Header> headers = new ArrayList<>(SAFE);
    headers.add(new Header("Cache-Control", caching));
    headers.add(new Header("Content-Type", contentType));
    headers.addAll(Arrays.asList(more));
    return new HttpReply(status, headers, body);
  }
}
