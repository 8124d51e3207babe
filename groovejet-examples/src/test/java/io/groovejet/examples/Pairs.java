package io.groovejet.examples;

import java.util.List;
import java.util.stream.Stream;

/** Healthy pairs on one server: with some, a p99 is not the worst of all they notice. */
final class Pairs implements AutoCloseable {

  private final List<Pair> pairs;

  private Pairs(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /** So many who meet on the server at that URL, and play from now on. */
  static Pairs at(String url, int many) {
    return new Pairs(Stream.generate(() -> Pair.at(url)).limit(many).toList());
  }

  /** What one in a hundred offers and their answers took since the last call. */
  Slowness takeSlowness() {
    List<Long> sorted = pairs.stream().flatMap(pair -> pair.takeNanos().stream()).sorted().toList();
    return new Slowness(sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e6, sorted.size());
  }

  /** Ends the games; fails if one was ever disturbed. */
  @Override
  public void close() {
    pairs.forEach(Pair::close);
  }

  /**
   * What pairs noticed.
   *
   * @param p99 of all offers and answers, in milliseconds
   * @param count of all offers and answers
   */
  record Slowness(double p99, int count) {}
}
