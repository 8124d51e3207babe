package io.groovejet.guard;

/**
 * How much is let through: so much a second in the long run, so much at once.
 *
 * @param perSecond what flows in every second
 * @param burst what can be saved up
 */
public record Rate(int perSecond, int burst) {

  /** Lets everything through. */
  public static final Rate UNLIMITED = new Rate(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Checks that both are positive. */
  public Rate {
    if (perSecond < 1 || burst < 1) {
      throw new IllegalArgumentException("not a rate: " + perSecond + "/s, burst " + burst);
    }
  }
}
