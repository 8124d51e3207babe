package io.groovejet;

/**
 * How much of what a client sends is read before others have their turn: about as many frames of
 * whatever size. It changes only with a client that sends as much or more.
 *
 * <p>One thread at a time.
 */
final class Turn {

  private static final int FIRST = 4 * 1024;
  private static final int LEAST = 256;
  private static final int MOST = 16 * 1024;
  private static final int FRAMES = 16;

  private int bytes = FIRST; // of the next turn

  int bytes() {
    return bytes;
  }

  /** So much was read. */
  void took(int size, int frames) {
    if (size >= bytes) {
      int average = size / Math.max(1, frames);
      bytes = Math.max(LEAST, Math.min(MOST, average * FRAMES));
    }
  }
}
