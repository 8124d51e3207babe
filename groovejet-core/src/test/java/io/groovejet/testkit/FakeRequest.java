package io.groovejet.testkit;

import io.groovejet.HttpReply;
import io.groovejet.HttpRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request without a socket, as {@link io.groovejet.Admission} sees it.
 *
 * @param sent its header fields
 * @param principal who the container knows it to be from, null for nobody
 */
public record FakeRequest(
    String method,
    String path,
    String query,
    List<HttpReply.Header> sent,
    String remoteAddress,
    @Nullable Principal principal)
    implements HttpRequest {

  private static final String HERE = "192.0.2.1";

  /** A request without query, header fields and principal. */
  public static FakeRequest of(String method, String path) {
    return new FakeRequest(method, path, "", List.of(), HERE, null);
  }

  /**
   * An upgrade to WebSocket at the endpoint.
   *
   * @param query the raw query, empty for none
   */
  public static FakeRequest upgrade(String query) {
    return new FakeRequest("GET", "/", query, List.of(), HERE, null)
        .with("Upgrade", "websocket")
        .with("Connection", "Upgrade")
        .with("Sec-WebSocket-Version", "13")
        .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  /** The same request with one more header field. */
  public FakeRequest with(String name, String value) {
    List<HttpReply.Header> more = new ArrayList<>(sent);
    more.add(new HttpReply.Header(name, value));
    return new FakeRequest(method, path, query, List.copyOf(more), remoteAddress, principal);
  }

  /** The same request from another address. */
  public FakeRequest from(String address) {
    return new FakeRequest(method, path, query, sent, address, principal);
  }

  /** The same request from a user whom the container knows by that name. */
  public FakeRequest by(String user) {
    return new FakeRequest(method, path, query, sent, remoteAddress, () -> user);
  }

  @Override
  public List<String> headers(String name) {
    return sent.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HttpReply.Header::value)
        .toList();
  }
}
