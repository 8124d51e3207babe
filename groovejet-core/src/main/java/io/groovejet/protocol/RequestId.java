package io.groovejet.protocol;

/**
 * The name a client gave one of its messages, which comes back on the reply.
 *
 * @param value 1 to 64 characters
 */
public record RequestId(String value) {

  /** The most characters a request id has. */
  public static final int MAX_LENGTH = 64;

  /** Checks the length. */
  public RequestId {
    if (!fits(value)) {
      throw new IllegalArgumentException("request id has " + value.length() + " characters");
    }
  }

  /** Whether a text can be a request id. */
  public static boolean fits(String text) {
    return !text.isEmpty() && text.length() <= MAX_LENGTH;
  }
}
