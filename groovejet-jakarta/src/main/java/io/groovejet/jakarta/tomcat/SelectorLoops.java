package io.groovejet.jakarta.tomcat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The threads that serve a lobby's clients on Tomcat, whatever those are at that serve requests: as
 * many as there are processors, each started when its first client comes. For any thread.
 */
public final class SelectorLoops {

  private final @Nullable SelectorLoop[] loops =
      new SelectorLoop
          [Runtime.getRuntime().availableProcessors()]; // this and below guarded by this
  private int turn;
  private boolean ended;

  /** None so far. */
  public SelectorLoops() {}

  /**
   * The one whose turn it is to take a client; after the end, one that has ended or is about to.
   */
  synchronized SelectorLoop next() throws IOException {
    turn = (turn + 1) % loops.length;
    SelectorLoop loop = loops[turn];
    if (loop == null || (loop.hasEnded() && !ended)) {
      loop = SelectorLoop.start("groovejet-tomcat-" + turn);
      loops[turn] = loop;
      if (ended) {
        loop.end();
      }
    }
    return loop;
  }

  /** Ends all when their clients, who were sent away, have gone, or after two seconds. */
  public void end() {
    List<SelectorLoop> these = started();
    these.forEach(SelectorLoop::end);
    try {
      for (SelectorLoop loop : these) {
        loop.awaitEnd();
      }
    } catch (InterruptedException inAHurry) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<SelectorLoop> started() {
    ended = true;
    return Stream.of(loops).filter(Objects::nonNull).toList();
  }
}
