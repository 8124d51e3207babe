package io.groovejet.benchmarks.load;

/** So many clients that sit in rooms and do nothing: what each of them costs in memory. */
final class IdleScenario implements Scenario {

  private static final String HEAP = "live heap B/client";

  @Override
  public String headline() {
    return HEAP;
  }

  @Override
  public boolean isInterleaved() {
    return false;
  }

  @Override
  public Stage prepare(Crowd crowd, Server server, Settings settings) {
    int seats = settings.number("guests") + 1;
    int rooms = settings.number("clients") / seats;
    long emptyHeap = server.contender().isJava() ? server.liveHeap() : 0;
    long emptyResident = server.resident();
    Room.open(crowd, server.target(), new Nothing(), rooms, seats - 1);
    int clients = rooms * seats;
    return () -> {
      long heap = server.contender().isJava() ? server.liveHeap() : 0;
      return Sample.of(
          HEAP,
          (double) (heap - emptyHeap) / clients,
          "RSS B/client",
          (double) (server.resident() - emptyResident) / clients);
    };
  }

  /** Nobody says anything. */
  static final class Nothing implements Player.Game {

    @Override
    public void offered(Room room, int seat) {
      throw new IllegalStateException("somebody has offered");
    }

    @Override
    public void answered(Player guest) {
      throw new IllegalStateException("somebody has answered");
    }
  }
}
