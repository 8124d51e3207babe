package io.groovejet.undertow;

import org.xnio.XnioIoThread;

/**
 * How clients of one I/O thread come and go.
 *
 * @param entrance where they come
 * @param exit where they go
 */
record Door(Entrance entrance, Exit exit) {

  static Door of(XnioIoThread thread) {
    return new Door(Entrance.to(thread), new Exit(thread.getWorker()));
  }
}
