package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.testkit.Frame;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who plays over a plain socket, which may be cut off, and comes back with its token. */
final class Member {

  private final RawWebSocket socket;
  private final String id;
  private final String token;

  private Member(RawWebSocket socket, String identity) {
    this.socket = socket;
    this.id = field(identity, "clientId");
    this.token = field(identity, "clientToken");
  }

  /** Somebody new on the server at that URL. */
  static Member at(String url) {
    RawWebSocket socket = RawWebSocket.to(URI.create(url.replaceFirst("^http", "ws")));
    return new Member(socket, hears(socket, "identity"));
  }

  /** Somebody new from that address, for a server that trusts us as its proxy. */
  static Member at(String url, String address) {
    URI endpoint = URI.create(url.replaceFirst("^http", "ws"));
    return by(RawRequest.upgrade(endpoint).header("X-Forwarded-For", address));
  }

  /** Somebody new who comes by that opening handshake. */
  static Member by(RawRequest handshake) {
    RawWebSocket socket = handshake.open();
    return new Member(socket, hears(socket, "identity"));
  }

  /** The same client on a new connection, which has asked for its seat and was known. */
  Member backIn(String room, String url) {
    Member stranger = at(url);
    stranger.says(
        "joinRoom", "{\"roomCode\":\"%s\",\"clientToken\":\"%s\"}".formatted(room, token));
    String identity = stranger.hears("identity");
    assertThat(identity).contains("\"resumed\":true", id);
    return new Member(stranger.socket, identity);
  }

  String id() {
    return id;
  }

  void says(String type, String data) {
    socket.send("{\"type\":\"%s\",\"data\":%s}".formatted(type, data));
  }

  /** Hears a message of that type next, and returns it. Pings are answered meanwhile. */
  String hears(String type) {
    return hears(socket, type);
  }

  /** Hears nothing: whatever it had been told would come before the answer to a question. */
  void hearsNothing() {
    says("what?", "{}");
    assertThat(hears("error")).contains("\"errorType\":\"unknownMessageType\"");
  }

  /** The ids of those it hears are disconnected before the answer to a question. */
  List<String> hearsWhoIsLost() {
    says("what?", "{}");
    List<String> lost = new ArrayList<>();
    String heard = socket.nextText();
    while (!heard.contains("\"errorType\":\"unknownMessageType\"")) {
      if (heard.startsWith("{\"type\":\"clientDisconnected\"")) {
        lost.add(field(heard, "clientId"));
      }
      heard = socket.nextText();
    }
    return lost;
  }

  /** Hears not even a ping for so long. */
  void hearsNothingFor(Duration time) {
    assertThatThrownBy(() -> socket.next(time)).hasMessageStartingWith("heard nothing");
  }

  /** Opens a room and returns its code. */
  String opensRoom() {
    says("createRoom", "{}");
    return field(hears("roomCreated"), "roomCode");
  }

  void joins(String room, boolean canHost) {
    says("joinRoom", "{\"roomCode\":\"%s\",\"canHost\":%s}".formatted(room, canHost));
    assertThat(hears("roomJoined")).contains("\"clientIsHost\":false", "\"reconnected\":false");
  }

  /** Tries a code that is none, and returns the answer. */
  String guesses() {
    says("joinRoom", "{\"roomCode\":\"wrong\"}");
    return hears("error");
  }

  /** Asks to save that JSON, and does not wait for an answer. */
  void saves(String snapshot) {
    says("saveSnapshot", "{\"snapshot\":" + snapshot + "}");
  }

  /** The JSON of that snapshot as the server sends it. */
  String loads(int version) {
    says("loadSnapshot", "{\"snapshotVersion\":" + version + "}");
    String loaded = hears("snapshotLoaded");
    assertThat(field(loaded, "snapshotVersion")).isEqualTo("" + version);
    int start = loaded.indexOf("\"snapshot\":") + "\"snapshot\":".length();
    return loaded.substring(start, loaded.length() - "}}".length());
  }

  /** Says something, whether the server still listens or not. */
  void shouts(String type, String data) {
    boolean unused =
        socket.offerBytes(
            Frame.text("{\"type\":\"%s\",\"data\":%s}".formatted(type, data)).masked());
  }

  /** Says that it lives, while it does not read. */
  void showsLife() {
    socket.send(Frame.pong(""));
  }

  /** Ends the connection by a TCP reset, without a word. */
  void isCutOff() {
    socket.abort();
  }

  /** What else it is told until the connection is over. */
  List<String> lastWords() {
    return socket.rest().stream().filter(Frame::isText).map(Frame::text).toList();
  }

  /** The code with which the server closes next. */
  int closeCode() {
    return socket.closeCode();
  }

  /** The first value of that name in a message, be it a string or a number. */
  static String field(String message, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(message);
    assertThat(found.find()).as("%s in %s", name, message).isTrue();
    return found.group(1);
  }

  private static String hears(RawWebSocket socket, String type) {
    Frame frame = socket.next();
    while (frame.isPing()) {
      socket.send(Frame.pong(frame.text()));
      frame = socket.next();
    }
    assertThat(frame.text()).startsWith("{\"type\":\"" + type + "\"");
    return frame.text();
  }
}
