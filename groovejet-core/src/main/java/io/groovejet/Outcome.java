package io.groovejet;

/** What came of a command. */
enum Outcome {
  /** The room decided, and what it decided is stored and said. */
  DECIDED,
  /** There is no such room. */
  NO_ROOM,
  /** The store does not answer. */
  STORE_DOWN,
  /** A fault of ours. */
  FAULT
}
