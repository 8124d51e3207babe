package io.groovejet;

/** What came of a command. */
enum Outcome {
  /** The room decided, and what it decided is stored and said. */
  DECIDED,
  /** There is no such room. */
  NO_ROOM,
  /** There are as many rooms as there may be. */
  FULL,
  /** The store does not answer. */
  STORE_DOWN,
  /** The store failed during a write; what came of it is told later. */
  IN_DOUBT,
  /** A fault of ours. */
  FAULT
}
