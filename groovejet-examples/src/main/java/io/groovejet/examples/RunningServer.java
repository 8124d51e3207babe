package io.groovejet.examples;

/** A container that accepts connections. */
interface RunningServer {

  /** The port it listens on. */
  int port();

  /** Ends it and all its connections, within a second. */
  void stop();
}
