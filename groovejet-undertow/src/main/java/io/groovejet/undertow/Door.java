package io.groovejet.undertow;

import org.xnio.XnioIoThread;

/**
 * How clients of one I/O thread come, have their turns and go.
 *
 * @param entrance where they come
 * @param nextRound when who has had a turn has the next one
 * @param exit where they go
 */
record Door(Entrance entrance, NextRound nextRound, Exit exit) {

  /**
   * That of a thread.
   *
   * @param ended runs when the thread ends
   */
  static Door of(XnioIoThread thread, Runnable ended) {
    NextRound nextRound = NextRound.of(thread, ended);
    return new Door(new Entrance(nextRound), nextRound, new Exit(thread.getWorker()));
  }
}
