package io.groovejet.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which pages may open a connection, by the {@code Origin} they send (RFC 6454 section 7). Clients
 * that are no browsers send none and are let in.
 */
public final class OriginPolicy {

  private static final String ANY = "*";

  private final List<String> listed;

  private OriginPolicy(List<String> listed) {
    this.listed = List.copyOf(listed);
  }

  /** Pages of the same host and port as the request's {@code Host}. */
  public static OriginPolicy sameHost() {
    return new OriginPolicy(List.of());
  }

  /**
   * Pages of the same host and of these origins.
   *
   * @param origins such as {@code https://game.example}, or {@code null} for pages without one
   */
  public static OriginPolicy listed(List<String> origins) {
    return new OriginPolicy(origins.stream().map(OriginPolicy::canonical).toList());
  }

  /** All pages. */
  public static OriginPolicy anyOrigin() {
    return new OriginPolicy(List.of(ANY));
  }

  /**
   * Whether a request is let in.
   *
   * @param origins all values of its {@code Origin}
   * @param hosts all values of its {@code Host}
   */
  public boolean allows(List<String> origins, List<String> hosts) {
    if (origins.isEmpty() || listed.contains(ANY)) {
      return true;
    }
    if (origins.size() != 1) {
      return false;
    }
    String origin = origins.get(0).trim();
    return listed.contains(origin.toLowerCase(Locale.ROOT))
        || (hosts.size() == 1 && isSameHost(origin, hosts.get(0).trim()));
  }

  private static boolean isSameHost(String origin, String host) {
    Optional<URI> page = parsed(origin);
    if (page.isEmpty()) {
      return false;
    }
    Optional<URI> here = parsed(page.get().getScheme() + "://" + host);
    return here.isPresent()
        && page.get().getHost().equalsIgnoreCase(here.get().getHost())
        && port(page.get()) == port(here.get());
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException notAnOrigin) {
      return Optional.empty();
    }
  }

  private static String canonical(String origin) {
    String lower = origin.toLowerCase(Locale.ROOT);
    boolean fits = lower.equals("null") || parsed(lower).filter(OriginPolicy::isBare).isPresent();
    if (!fits) {
      throw new IllegalArgumentException(
          "not an origin (scheme://host or scheme://host:port): " + origin);
    }
    return lower;
  }

  private static boolean isBare(URI uri) {
    return uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getUserInfo() == null;
  }
}
