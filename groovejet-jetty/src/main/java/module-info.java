/** Groovejet on Jetty 12.1, without servlets. */
module io.groovejet.jetty {
  requires transitive io.groovejet.core;
  requires transitive org.eclipse.jetty.server;
  requires static org.jspecify;

  exports io.groovejet.jetty;
}
