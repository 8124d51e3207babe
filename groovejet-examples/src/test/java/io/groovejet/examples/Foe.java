package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.groovejet.testkit.Frame;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * What one attacking connection does.
 *
 * @param opening what it sends first
 * @param again what it sends again and again afterwards, empty for nothing
 * @param pause how long it waits in between
 * @param reads whether it reads what comes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Foe(byte[] opening, byte[] again, Duration pause, boolean reads) {

  private static final byte[] NOTHING = {};

  /** Somebody who sends these bytes and no more. */
  static Foe saying(byte[] opening) {
    return new Foe(opening, NOTHING, Duration.ZERO, true);
  }

  /** The same, who sends those bytes without end afterwards. */
  Foe repeating(byte[] bytes, Duration wait) {
    return new Foe(opening, bytes, wait, reads);
  }

  /** The same, who never reads. */
  Foe deaf() {
    return new Foe(opening, again, pause, false);
  }

  /** A whole opening handshake of somebody behind a proxy, and frames in the same breath. */
  static byte[] upgrade(String address, byte[] frames) {
    String head =
        """
        GET / HTTP/1.1
        Host: 127.0.0.1
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        X-Forwarded-For: %s

        """
            .formatted(address);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.replace("\n", "\r\n").getBytes(US_ASCII));
    bytes.writeBytes(frames);
    return bytes.toByteArray();
  }

  /** So many copies of a frame, masked. */
  static byte[] many(int copies, Frame frame) {
    byte[] one = frame.masked();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int copy = 0; copy < copies; copy++) {
      bytes.writeBytes(one);
    }
    return bytes.toByteArray();
  }

  /** A masked message. */
  static byte[] message(String type, String data) {
    return Frame.text("{\"type\":\"%s\",\"data\":%s}".formatted(type, data)).masked();
  }

  /** One of many addresses; equal numbers have equal ones. */
  static String address(int number) {
    return "10.%d.%d.%d".formatted(number >> 16, (number >> 8) & 0xff, number & 0xff);
  }
}
