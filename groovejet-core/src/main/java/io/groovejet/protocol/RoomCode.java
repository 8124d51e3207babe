package io.groovejet.protocol;

import java.util.Optional;

/**
 * The short code by which people find a room, in its canonical form: lower case, no spaces, no
 * hyphens.
 *
 * @param value the canonical text, as the server writes it on the wire
 */
public record RoomCode(String value) {

  /** What codes are made of: no vowels, so no words, and no characters that look alike. */
  public static final String ALPHABET = "3467bcdfghjkmnpqrstvwxz";

  /** Checks that the text is canonical. */
  public RoomCode {
    if (value.isEmpty() || !value.equals(canonical(value))) {
      throw new IllegalArgumentException("not a canonical room code");
    }
  }

  /**
   * Reads a code as a person typed it: ASCII case, spaces and hyphens do not matter. Empty when
   * nothing is left; a text with foreign characters is a code that no room has.
   */
  public static Optional<RoomCode> parse(String typed) {
    String canonical = canonical(typed);
    return canonical.isEmpty() ? Optional.empty() : Optional.of(new RoomCode(canonical));
  }

  private static String canonical(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c != ' ' && c != '-') {
        kept.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
      }
    }
    return kept.toString();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return value;
  }
}
