/** A durable store for one server. */
@SuppressWarnings("requires-automatic") // its name is declared in its manifest, so it is stable
module io.groovejet.mvstore {
  requires transitive io.groovejet.core;
  requires com.h2database.mvstore;
  requires static transitive org.jspecify;

  exports io.groovejet.mvstore;
}
