package io.groovejet.codec;

/** Spells a checked string of a text, one character after the other, and builds none. */
final class Spelling {

  private static final int END = -1;

  private final byte[] text;
  private int at; // where the next character stands

  Spelling(byte[] text) {
    this.text = text;
  }

  /** Begins with the string whose opening quote stands there. */
  void begin(int quote) {
    at = quote + 1;
  }

  /** The next code point, half a surrogate pair if it is escaped as such; negative at the end. */
  int next() {
    int next = text[at];
    if (next == '"') {
      return END;
    }
    at++;
    if (next == '\\') {
      return escaped();
    }
    return next >= 0 ? next : several(next & 0xff);
  }

  /** Where the closing quote stands, once all is spelled. */
  int end() {
    int next = next();
    while (next != END) {
      next = next();
    }
    return at;
  }

  /** The value of a hexadecimal digit, negative if it is none. */
  static int hex(int digit) {
    return digit < 0x80 ? Character.digit(digit, 16) : -1;
  }

  /** Never goes beyond the string, even if it is not UTF-8. */
  private int several(int first) {
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    int codePoint = first & (0x3f >> more);
    for (int i = 0; i < more && (text[at] & 0xc0) == 0x80; i++) {
      codePoint = (codePoint << 6) | (text[at++] & 0x3f);
    }
    return Math.min(codePoint, Character.MAX_CODE_POINT);
  }

  private int escaped() {
    int kind = text[at++];
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> kind;
    };
  }

  /** An escaped code unit, joined with the one behind it if they are a pair. */
  private int unit() {
    char unit = digits(at);
    at += 4;
    boolean more = Character.isHighSurrogate(unit) && text[at] == '\\' && text[at + 1] == 'u';
    if (more && Character.isLowSurrogate(digits(at + 2))) {
      int codePoint = Character.toCodePoint(unit, digits(at + 2));
      at += 6;
      return codePoint;
    }
    return unit;
  }

  private char digits(int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      unit = (unit << 4) | hex(text[i]);
    }
    return (char) unit;
  }
}
