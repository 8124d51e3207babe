/** The lobby server's core: rooms, signaling and identity, without any transport. */
module io.groovejet.core {
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;

  exports io.groovejet;
  exports io.groovejet.frame;
  exports io.groovejet.guard;
  exports io.groovejet.identity;
  exports io.groovejet.protocol;
  exports io.groovejet.room;
  exports io.groovejet.store;
}
