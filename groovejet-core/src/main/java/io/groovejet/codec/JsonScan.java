package io.groovejet.codec;

import io.groovejet.protocol.Refusal;

/**
 * One pass over a message that checks that it is one JSON object (RFC 8259), unambiguous and flat
 * enough. Nothing is decoded, and nothing kept but where the names of its fields stand: what is
 * read costs a few bytes for each name, whatever a client writes.
 */
final class JsonScan {

  private static final int MAX_DEPTH = 32;
  private static final int END = -1; // of the text, in place of a byte

  private final byte[] text;
  private final Names names;
  private int at; // where the next byte stands
  private int depth; // of the value that is read
  private Members message = Members.NONE; // of the whole text, once read
  private Members data = Members.NONE; // of its data, if that is an object

  private JsonScan(byte[] text) {
    this.text = text;
    this.names = new Names(text);
  }

  /**
   * Scans a text.
   *
   * @param text valid UTF-8
   * @throws MalformedException if it is no such object
   */
  static JsonScan of(byte[] text) throws MalformedException {
    JsonScan scan = new JsonScan(text);
    scan.space();
    scan.require(scan.peek() == '{');
    scan.object(false);
    scan.space();
    scan.require(scan.peek() == END);
    return scan;
  }

  /** The fields of the message itself. */
  Members message() {
    return message;
  }

  /** The fields of its data, none if there are no data or they are no object. */
  Members data() {
    return data;
  }

  private void value(boolean isData) throws MalformedException {
    switch (peek()) {
      case '{' -> object(isData);
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void object(boolean isData) throws MalformedException {
    enter();
    int first = names.count();
    space();
    while (peek() != '}') {
      member();
      space();
      more('}');
    }
    if (depth == 1) {
      message = names.since(first, at);
    } else if (isData) {
      data = names.since(first, at);
    }
    require(names.areUniqueSince(first));
    leave();
  }

  private void member() throws MalformedException {
    require(peek() == '"');
    int name = at;
    string();
    require(names.add(name));
    space();
    require(take() == ':');
    space();
    value(depth == 1 && names.isData(name));
  }

  private void array() throws MalformedException {
    enter();
    space();
    while (peek() != ']') {
      value(false);
      space();
      more(']');
    }
    leave();
  }

  /** Goes on to the next item, or to the bracket at the end; a comma has to have one behind it. */
  private void more(char end) throws MalformedException {
    if (peek() != end) {
      require(take() == ',');
      space();
      require(peek() != end);
    }
  }

  private void enter() throws MalformedException {
    at++;
    depth++;
    require(depth <= MAX_DEPTH);
  }

  private void leave() {
    at++;
    depth--;
  }

  private void string() throws MalformedException {
    at = PlainText.end(text, at + 1);
    int next = take();
    while (next != '"') {
      require(next == '\\');
      escape();
      at = PlainText.end(text, at);
      next = take();
    }
  }

  private void escape() throws MalformedException {
    int kind = take();
    if (kind == 'u') {
      for (int digit = 0; digit < 4; digit++) {
        require(Spelling.hex(take()) >= 0);
      }
    } else {
      require("\"\\/bfnrt".indexOf(kind) >= 0);
    }
  }

  private void word(String word) throws MalformedException {
    for (int i = 0; i < word.length(); i++) {
      require(take() == word.charAt(i));
    }
  }

  private void number() throws MalformedException {
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
  }

  private void digits() throws MalformedException {
    require(isDigit(peek()));
    while (isDigit(peek())) {
      at++;
    }
  }

  private static boolean isDigit(int next) {
    return next >= '0' && next <= '9';
  }

  private boolean skip(char sign) {
    boolean there = peek() == sign;
    at += there ? 1 : 0;
    return there;
  }

  private void space() {
    while (Members.isSpace(peek())) {
      at++;
    }
  }

  /** The next byte as 0 to 255, or {@link #END}. */
  private int peek() {
    return at < text.length ? text[at] & 0xff : END;
  }

  private int take() throws MalformedException {
    int next = peek();
    require(next != END);
    at++;
    return next;
  }

  private void require(boolean fits) throws MalformedException {
    if (!fits) {
      throw new MalformedException(
          Refusal.malformed(
              "type", "A message is one JSON object with unique names, 32 levels deep at most"));
    }
  }
}
