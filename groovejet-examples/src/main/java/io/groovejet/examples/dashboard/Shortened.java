package io.groovejet.examples.dashboard;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may be shown of a name: enough to tell one from the other, too little to use it. */
final class Shortened {

  private static final int OF_A_CODE = 2;
  private static final int OF_AN_ID = 6;

  private Shortened() {}

  static @Nullable String code(@Nullable RoomCode code) {
    return code == null ? null : start(code.value(), OF_A_CODE) + "…";
  }

  /** The end of the id: its start is the same for ids that tests count up. */
  static String id(ClientId client) {
    String text = client.toString();
    return text.substring(text.length() - OF_AN_ID);
  }

  /** A constant as names are written in JSON. */
  static String word(Enum<?> constant) {
    StringBuilder word = new StringBuilder(constant.name().toLowerCase(Locale.ROOT));
    for (int at = word.indexOf("_"); at >= 0; at = word.indexOf("_")) {
      word.deleteCharAt(at).setCharAt(at, Character.toUpperCase(word.charAt(at)));
    }
    return word.toString();
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
