package io.groovejet.codec;

import java.util.Random;

/**
 * Random JSON values as text: any spacing, any escapes, any numbers; names are unique and hold no
 * half surrogate pair.
 */
final class RandomJson {

  private static final String[] SPACES = {"", "", "", " ", "\n", "\t ", " \r\n "};
  private static final String[] ESCAPES = {
    "\\\"",
    "\\\\",
    "\\/",
    "\\b",
    "\\f",
    "\\n",
    "\\r",
    "\\t",
    "\\u0000",
    "\\u001F",
    "\\ud83d\\ude00",
    "\\u2028",
    "\\u00e9"
  };
  private static final String[] HALF_PAIRS = {"\\uD83D", "\\uDE00", "\\udfff", "\\udbffx"};
  private static final String[] CHARACTERS = {
    "a",
    "Z",
    "0",
    " ",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "'",
    "/",
    "\u007f",
    "\u0080",
    "\u00e9",
    "\u07ff",
    "\u0800",
    "\u2028",
    "\u4e16",
    "\ufeff",
    "\uffff",
    "\uD83D\uDE00",
    "\uDBFF\uDFFF"
  };
  private static final String[] NUMBERS = {
    "0", "-0", "0.10", "-0.0", "1e400", "1E-400", "2e+5", "9007199254740993", "-1.5e300"
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int names; // how many there are so far

  private RandomJson(Random random) {
    this.random = random;
  }

  /** A value that is {@code depth} levels deep at most. */
  static String value(Random random, int depth) {
    RandomJson json = new RandomJson(random);
    json.value(depth);
    return json.text.toString();
  }

  static String space(Random random) {
    return pick(random, SPACES);
  }

  private void value(int depth) {
    switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> text.append(pick(random, "null", "true", "false"));
      case 1 -> text.append(pick(random, NUMBERS));
      case 2 -> digits();
      case 3, 4 -> string("", HALF_PAIRS);
      case 5 -> array(depth);
      default -> object(depth);
    }
  }

  private void array(int depth) {
    text.append('[').append(space(random));
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ",").append(space(random));
      value(depth - 1);
      text.append(space(random));
    }
    text.append(']');
  }

  private void object(int depth) {
    text.append('{').append(space(random));
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ",").append(space(random));
      string("n" + names++ + ":", ESCAPES);
      text.append(space(random)).append(':').append(space(random));
      value(depth - 1);
      text.append(space(random));
    }
    text.append('}');
  }

  private void string(String start, String[] rare) {
    text.append('"').append(start);
    int length = random.nextInt(10) == 0 ? random.nextInt(3000) : random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(
          switch (random.nextInt(8)) {
            case 0 -> pick(random, rare);
            case 1, 2 -> pick(random, ESCAPES);
            default -> pick(random, CHARACTERS);
          });
    }
    text.append('"');
  }

  private void digits() {
    text.append(random.nextBoolean() ? "-" : "").append(1 + random.nextInt(9));
    random.ints(random.nextInt(60), 0, 10).forEach(text::append);
  }

  private static String pick(Random random, String... options) {
    return options[random.nextInt(options.length)];
  }
}
