package io.groovejet;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter knows about one HTTP request at or below the path where the lobby is mounted:
 * plain or asking for an upgrade. Adapters implement it over their container's own request.
 */
public interface HttpRequest {

  /** The method in upper case, such as {@code POST}. */
  String method();

  /**
   * The path below the mount: empty or {@code /} for the endpoint itself, else such as {@code
   * /rooms}.
   */
  String path();

  /** The raw query without the question mark, still percent-encoded; empty when there is none. */
  String query();

  /**
   * All values of a header field, in order; names are compared without regard to case. Over HTTP/2,
   * which has none, {@code Host} is the request's authority (RFC 9113 section 8.3.1).
   */
  List<String> headers(String name);

  /** The IP address the TCP connection comes from, as text without a port. */
  String remoteAddress();

  /** Who the container knows this to be from, null for nobody or where it does not tell. */
  default @Nullable Principal principal() {
    return null;
  }

  /** Whether this is for the endpoint itself, not for something below it. */
  default boolean isForEndpoint() {
    return path().isEmpty() || path().equals("/");
  }

  /**
   * Whether this asks the endpoint to become a WebSocket (RFC 6455 section 4.2.1), of whatever
   * version: a question for {@link Lobby#handshake}, while all others are for {@link Lobby#answer}.
   */
  default boolean asksForWebSocket() {
    return isForEndpoint()
        && method().equals("GET")
        && lists("Upgrade", "websocket")
        && lists("Connection", "upgrade");
  }

  private boolean lists(String name, String token) {
    return headers(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .anyMatch(part -> part.trim().equalsIgnoreCase(token));
  }
}
