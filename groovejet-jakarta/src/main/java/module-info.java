/** The Jakarta WebSocket adapter of groovejet. */
module io.groovejet.jakarta {
  requires transitive io.groovejet.core;
  requires static transitive jakarta.servlet;
  requires transitive jakarta.websocket;
  requires static transitive jakarta.websocket.client;
  requires static org.jspecify;

  exports io.groovejet.jakarta;
}
