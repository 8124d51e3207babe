package io.groovejet;

import java.util.ArrayList;
import java.util.List;

/** An HTTP request without a socket. */
record FakeRequest(
    String method, String path, String query, List<HttpReply.Header> sent, String remoteAddress)
    implements HttpRequest {

  private static final String HERE = "192.0.2.1";

  static FakeRequest of(String method, String path) {
    return new FakeRequest(method, path, "", List.of(), HERE);
  }

  /** An upgrade to WebSocket at the endpoint. */
  static FakeRequest upgrade(String query) {
    return new FakeRequest("GET", "/", query, List.of(), HERE)
        .with("Sec-WebSocket-Version", "13")
        .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  /** The same request with one more header field. */
  FakeRequest with(String name, String value) {
    List<HttpReply.Header> more = new ArrayList<>(sent);
    more.add(new HttpReply.Header(name, value));
    return new FakeRequest(method, path, query, List.copyOf(more), remoteAddress);
  }

  @Override
  public List<String> headers(String name) {
    return sent.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HttpReply.Header::value)
        .toList();
  }

  /** The same request from another address. */
  FakeRequest from(String address) {
    return new FakeRequest(method, path, query, sent, address);
  }
}
