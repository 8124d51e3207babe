package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who speaks the message dialect over a {@link RawWebSocket}.
 *
 * @param socket the connection
 * @param clientId the id the server gave in its first message
 */
record Player(RawWebSocket socket, String clientId) {

  /** Hears the identity that comes first. */
  static Player on(RawWebSocket socket) {
    String identity = socket.nextText();
    assertThat(field(identity, "type")).isEqualTo("identity");
    return new Player(socket, field(identity, "clientId"));
  }

  /** The first value of this name that is a string, wherever it stands in a message. */
  static String field(String message, String name) {
    String quoted = "\"" + Pattern.quote(name) + "\"\\s*:\\s*\"([^\"]*)\"";
    Matcher matcher = Pattern.compile(quoted).matcher(message);
    if (!matcher.find()) {
      throw new AssertionError("no " + name + " in " + message);
    }
    return matcher.group(1);
  }

  /** Sends a message. */
  void says(String type, String data) {
    socket.send("{\"type\":\"%s\",\"data\":%s}".formatted(type, data));
  }

  /** Hears a message of this type next, and returns it. */
  String hears(String type) {
    String message = socket.nextText();
    assertThat(field(message, "type")).as("type of %s", message).isEqualTo(type);
    return message;
  }

  /** Hears a message of this type sooner or later, and returns it. */
  String hearsAtLast(String type) {
    String message = socket.nextText();
    while (!field(message, "type").equals(type)) {
      message = socket.nextText();
    }
    return message;
  }

  /** Opens a room and returns its code. */
  String opensRoom() {
    says("createRoom", "{}");
    return field(hears("roomCreated"), "roomCode");
  }

  /** Joins a room as a guest. */
  void joins(String roomCode) {
    says("joinRoom", "{\"roomCode\":\"%s\"}".formatted(roomCode));
    hears("roomJoined");
  }

  /** Sends the host an offer. */
  void offers(String json) {
    says("guestOfferSignal", "{\"offerSignal\":%s}".formatted(json));
  }

  /** Sends a guest an answer. */
  void answers(Player guest, String json) {
    says(
        "hostAnswerSignal",
        "{\"answerSignal\":%s,\"clientId\":\"%s\"}".formatted(json, guest.clientId()));
  }

  /** Hears next that nobody knew what the message with this requestId meant. */
  void hearsAnswer(String requestId) {
    String message = hears("error");
    assertThat(field(message, "errorType")).isEqualTo("unknownMessageType");
    assertThat(field(message, "requestId")).isEqualTo(requestId);
  }

  /** Hears nothing: whatever it had been told would come before the answer to a question. */
  void hearsNothing() {
    socket.send("{\"type\":\"what?\",\"requestId\":\"nothing\"}");
    hearsAnswer("nothing");
  }
}
