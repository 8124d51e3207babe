package io.groovejet.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groovejet.benchmarks.Signal;
import java.nio.ByteBuffer;

/** What players say, and how they know what they are told. */
final class Texts {

  /** An offer of a guest, on its way to its host. */
  static final byte[] OFFER = head("guestOfferSignal");

  /** The host's answer, on its way back. */
  static final byte[] ANSWER = head("hostAnswerSignal");

  /** The server's first word. */
  static final byte[] IDENTITY = head("identity");

  /** A room is open. */
  static final byte[] CREATED = head("roomCreated");

  /** A room is entered. */
  static final byte[] JOINED = head("roomJoined");

  /** Something is refused. */
  static final byte[] ERROR = head("error");

  private static final byte[] SEAT = "\"seat\":\"".getBytes(UTF_8);
  private static final int SEAT_DIGITS = 3;

  private Texts() {}

  /** The offer of the guest at that seat, 2.5 KB. */
  static byte[] offer(int seat) {
    String payload =
        "{\"seat\":\"" + seatNumber(seat) + "\"," + Signal.OFFER_OBJECT.payload().substring(1);
    return ClientFrame.text(
        "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":" + payload + "}}");
  }

  /** The answer to the guest at that seat, 2.5 KB. */
  static byte[] answer(Dialect dialect, int seat, String clientId) {
    String to = dialect == Dialect.BARE ? seatNumber(seat) : "";
    return ClientFrame.text(
        to
            + "{\"type\":\"hostAnswerSignal\",\"data\":{\"answerSignal\":"
            + Signal.ANSWER_OBJECT.payload()
            + ",\"clientId\":\""
            + clientId
            + "\"}}");
  }

  /** The seat that an offer comes from. */
  static int seat(ByteBuffer offer) {
    int at = Bytes.indexOf(offer, SEAT) + SEAT.length;
    int seat = 0;
    for (int digit = 0; digit < SEAT_DIGITS; digit++) {
      seat = 10 * seat + offer.get(at + digit) - '0';
    }
    return seat;
  }

  /** The value of that name, a string. */
  static String field(ByteBuffer text, String name) {
    String whole = Bytes.toString(text);
    String head = "\"" + name + "\":\"";
    int start = whole.indexOf(head);
    if (start < 0) {
      throw new IllegalStateException("no " + name + " in " + whole);
    }
    return whole.substring(start + head.length(), whole.indexOf('"', start + head.length()));
  }

  static String seatNumber(int seat) {
    return "%03d".formatted(seat);
  }

  private static byte[] head(String type) {
    return ("{\"type\":\"" + type + "\"").getBytes(UTF_8);
  }
}
