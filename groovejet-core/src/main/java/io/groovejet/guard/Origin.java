package io.groovejet.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page comes from (RFC 6454 section 4).
 *
 * @param scheme in lower case
 * @param host in lower case, an IPv6 address in brackets
 * @param port the default one of the scheme where none is written
 */
record Origin(String scheme, String host, int port) {

  /** Looser than {@link java.net.URI} about hosts: browsers take underscores. Only ASCII folds. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([a-z][a-z0-9+.-]*)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?",
          Pattern.CASE_INSENSITIVE);

  /** Reads {@code scheme://host} or {@code scheme://host:port}; empty for anything else. */
  static Optional<Origin> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    String scheme = written.group(1).toLowerCase(Locale.ROOT);
    String port = written.group(3);
    return Optional.of(
        new Origin(
            scheme,
            written.group(2).toLowerCase(Locale.ROOT),
            port == null ? defaultPort(scheme) : Integer.parseInt(port)));
  }

  /** Whether {@code hostField}, the {@code Host} of a request, names the same host and port. */
  boolean isServedBy(String hostField) {
    return parse(scheme + "://" + hostField).filter(this::equals).isPresent();
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}
