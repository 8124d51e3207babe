package com.example.backend;

import io.groovejet.HttpRequest;
import java.util.List;
import java.util.Map;

/** A client that asks for a WebSocket, without one. */
record Upgrade(String query) implements HttpRequest {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Host", "game.example",
          "Upgrade", "websocket",
          "Connection", "Upgrade",
          "Sec-WebSocket-Version", "13",
          "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "";
  }

  @Override
  public List<String> headers(String name) {
    String value = HEADERS.get(name);
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public String remoteAddress() {
    return "192.0.2.1";
  }
}
