package io.groovejet.benchmarks.load;

/** So many clients that sit in rooms and do nothing: what each of them costs in memory. */
final class IdleScenario implements Scenario {

  private static final String HEAP = "live heap B/client";
  private static final String RESIDENT = "RSS B/client";

  @Override
  public String headline() {
    return HEAP;
  }

  /** One server after the other: memory does not depend on what else goes on. */
  @Override
  public void play(Settings settings, Results results) {
    for (Contender contender : settings.contenders()) {
      try (Crowd crowd = new Crowd();
          Server server = Server.of(contender, settings)) {
        results.add(contender, 1, measure(crowd, server, settings));
      }
    }
  }

  private static Sample measure(Crowd crowd, Server server, Settings settings) {
    int seats = settings.number("guests") + 1;
    int rooms = settings.number("clients") / seats;
    Room.open(crowd, server.target(), new Silence(), 1, 1); // classes are loaded, pools made
    Memory empty = Memory.of(server);
    Room.open(crowd, server.target(), new Silence(), rooms, seats - 1);
    Memory full = Memory.of(server);
    int clients = rooms * seats;
    return Sample.of(
        HEAP, (double) (full.heap - empty.heap) / clients,
        RESIDENT, (double) (full.resident - empty.resident) / clients);
  }

  /**
   * What a server has in use.
   *
   * @param heap bytes that live, zero if it does not run on Java
   * @param resident bytes as the operating system counts them
   */
  private record Memory(long heap, long resident) {

    static Memory of(Server server) {
      long heap = server.contender().isJava() ? server.liveHeap() : 0;
      return new Memory(heap, server.resident());
    }
  }
}
