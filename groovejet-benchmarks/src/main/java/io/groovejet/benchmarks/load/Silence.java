package io.groovejet.benchmarks.load;

/** Nobody says anything. */
final class Silence implements Player.Game {

  @Override
  public void offered(Room room, int seat) {
    throw new IllegalStateException("somebody has offered");
  }

  @Override
  public void answered(Player guest) {
    throw new IllegalStateException("somebody has answered");
  }
}
