package io.groovejet.codec;

import java.util.Locale;

/** The names of enumerated values on the wire: {@code HOST_LOST} is {@code hostLost} there. */
public final class WireNames {

  private WireNames() {}

  /** The name of a constant. */
  public static String of(Enum<?> value) {
    String[] words = value.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
    }
    return name.toString();
  }
}
