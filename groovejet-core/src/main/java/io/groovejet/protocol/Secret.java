package io.groovejet.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A text that proves something, a client token or a password: it never shows in {@link #toString}
 * and is compared in a time that does not depend on where texts differ.
 */
public final class Secret {

  private final String text;

  /** Wraps {@code text}. */
  public Secret(String text) {
    this.text = text;
  }

  /** The text itself, for the one message that carries it. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that && sameText(that.text);
  }

  private boolean sameText(String other) {
    int difference = text.length() ^ other.length();
    for (int i = 0; i < text.length() && i < other.length(); i++) {
      difference |= text.charAt(i) ^ other.charAt(i);
    }
    return difference == 0;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
