package io.groovejet.jakarta.tomcat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What sends clients away when their server is about to end. For any thread. */
public final class Farewells {

  private final Set<Runnable> all = ConcurrentHashMap.newKeySet();
  private volatile boolean said;

  /** None so far. */
  public Farewells() {}

  /** One more client is there, late perhaps. */
  void add(Runnable farewell) {
    all.add(farewell);
    if (said) {
      farewell.run();
    }
  }

  /** That client is gone. */
  void remove(Runnable farewell) {
    all.remove(farewell);
  }

  /** Sends all away, and whoever comes later. */
  public void say() {
    said = true;
    all.forEach(Runnable::run);
  }
}
