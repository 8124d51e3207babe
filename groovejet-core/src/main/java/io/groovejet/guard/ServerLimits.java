package io.groovejet.guard;

/**
 * What all clients together may take from one server.
 *
 * @param queuedBytes how many bytes may wait to be written, over all connections: above it the
 *     connections with the most waiting are closed with 4003, and near it nobody is let in
 * @param incomingBytes how many bytes may have come of messages that are not complete, over all
 *     connections: above it those with the most are closed with 1013
 * @param rooms how many rooms there may be
 */
public record ServerLimits(long queuedBytes, long incomingBytes, long rooms) {

  private static final int PART_OF_HEAP = 8;
  private static final long ROOMS = 1_000_000;

  /** An eighth of the heap each for what waits to be written and comes in, a million rooms. */
  public static ServerLimits ofDefaults() {
    long part = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
    return new ServerLimits(part, part, ROOMS);
  }

  /** No limits, for benchmarks and tests only. */
  public static ServerLimits unlimited() {
    return new ServerLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
  }
}
