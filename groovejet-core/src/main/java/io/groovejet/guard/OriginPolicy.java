package io.groovejet.guard;

import java.util.List;

/**
 * Which pages may open a connection, by the {@code Origin} they send (RFC 6454 section 7). Clients
 * that are no browsers send none and are let in.
 */
public final class OriginPolicy {

  private static final String OPAQUE = "null";

  private final boolean any;
  private final boolean opaque;
  private final List<Origin> listed;

  private OriginPolicy(boolean any, boolean opaque, List<Origin> listed) {
    this.any = any;
    this.opaque = opaque;
    this.listed = List.copyOf(listed);
  }

  /** Pages of the same host and port as the request's {@code Host}. */
  public static OriginPolicy sameHost() {
    return listed(List.of());
  }

  /**
   * Pages of the same host and of these origins.
   *
   * @param origins such as {@code https://game.example}, or {@code null} for pages without one
   */
  public static OriginPolicy listed(List<String> origins) {
    return new OriginPolicy(
        false,
        origins.contains(OPAQUE),
        origins.stream().filter(text -> !text.equals(OPAQUE)).map(OriginPolicy::origin).toList());
  }

  /** All pages. */
  public static OriginPolicy anyOrigin() {
    return new OriginPolicy(true, true, List.of());
  }

  /**
   * Whether a request is let in.
   *
   * @param origins all values of its {@code Origin}
   * @param hosts all values of its {@code Host}
   */
  public boolean allows(List<String> origins, List<String> hosts) {
    if (any || origins.isEmpty()) {
      return true;
    }
    if (origins.size() > 1) {
      return false;
    }
    String text = origins.get(0).strip();
    return text.equals(OPAQUE)
        ? opaque
        : Origin.parse(text).filter(page -> allows(page, hosts)).isPresent();
  }

  private boolean allows(Origin page, List<String> hosts) {
    return listed.contains(page) || (hosts.size() == 1 && page.isServedBy(hosts.get(0).strip()));
  }

  private static Origin origin(String text) {
    return Origin.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "not an origin (scheme://host or scheme://host:port): " + text));
  }
}
