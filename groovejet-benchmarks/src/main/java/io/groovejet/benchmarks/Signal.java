package io.groovejet.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The signals that are measured, and the messages in which clients send them. */
public enum Signal {
  /** A session description as browsers have it, an object of type and text. */
  OFFER_OBJECT("guestOfferSignal", "offerSignal", description("offer")),
  /** The same session description, packed into a string by the client. */
  OFFER_STRING("guestOfferSignal", "offerSignal", quoted(description("offer"))),
  /** About as many bytes, most of which are not ASCII. */
  OFFER_NOT_ASCII("guestOfferSignal", "offerSignal", quoted(notAscii())),
  /** A session description on its way back, from the host to one guest. */
  ANSWER_OBJECT("hostAnswerSignal", "answerSignal", description("answer")),
  /** An ICE candidate, 200 bytes. */
  CANDIDATE("iceCandidate", "candidate", candidate());

  /** What JSON adds makes 2.5 KB of it. */
  private static final int SDP_LENGTH = 2250;

  private final String type;
  private final String field;
  private final String payload;

  Signal(String type, String field, String payload) {
    this.type = type;
    this.field = field;
    this.payload = payload;
  }

  /** The message in UTF-8; an answer says for which guest. */
  byte[] message(UUID guest) {
    String to = isForGuest() ? ",\"clientId\":\"" + guest + "\"" : "";
    String message = "{\"type\":\"%s\",\"data\":{\"%s\":%s%s}}";
    return message.formatted(type, field, payload, to).getBytes(StandardCharsets.UTF_8);
  }

  /** The signal itself, a JSON value. */
  public String payload() {
    return payload;
  }

  /** Whether the host sends it to a guest, rather than a guest to the host. */
  boolean isForGuest() {
    return this == ANSWER_OBJECT;
  }

  /** How the relayed message begins. */
  String relayedHead() {
    return "{\"type\":\"" + type + "\",\"data\":{\"" + field + "\":";
  }

  private static String description(String type) {
    String head =
        """
        v=0
        o=- 4611731400430051336 2 IN IP4 127.0.0.1
        s=-
        t=0 0
        a=group:BUNDLE 0
        a=extmap-allow-mixed
        a=msid-semantic: WMS
        m=application 9 UDP/DTLS/SCTP webrtc-datachannel
        c=IN IP4 0.0.0.0
        a=ice-ufrag:F7gI
        a=ice-pwd:x9cml/YzichV2+XlhiMu8gqp
        a=ice-options:trickle
        a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08
        a=setup:actpass
        a=mid:0
        a=sctp-port:5000
        a=max-message-size:262144
        """;
    StringBuilder sdp = new StringBuilder(head);
    for (int i = 0; sdp.length() < SDP_LENGTH; i++) {
      sdp.append("a=candidate:%d 1 udp 2122260223 192.0.2.".formatted(1467250027 + i));
      sdp.append("%d %d typ host generation 0 network-id 1\n".formatted(i + 1, 46154 + i));
    }
    return "{\"type\":\"" + type + "\",\"sdp\":\"" + sdp.toString().replace("\n", "\\r\\n") + "\"}";
  }

  private static String candidate() {
    return """
        {"candidate":"candidate:1467250027 1 udp 2122260223 192.0.2.17 46154 typ host generation 0 ufrag F7gI",\
        "sdpMid":"0","sdpMLineIndex":0,"usernameFragment":"F7gI"}""";
  }

  private static String notAscii() {
    return "Grüße, 世界! Привет, мир 🎮 ".repeat(54);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
