package io.groovejet.examples;

/** A container that accepts connections. */
interface RunningServer {

  /** What the operating system keeps for a client that does not read, before the lobby knows it. */
  int SEND_BUFFER = 64 * 1024;

  /**
   * How many connections may wait to be accepted: with Java's 50 a rush of them keeps others out.
   */
  int ACCEPT_QUEUE = 1_000;

  /** The port it listens on. */
  int port();

  /** Ends it and all its connections, within a second. */
  void stop();
}
