package io.groovejet.jetty;

import java.nio.channels.SelectableChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * The round of a selector's thread, which reads from all sockets that are ready. What comes up for
 * one client meanwhile is best written at its end.
 */
final class SelectorRound {

  private static final ThreadLocal<@Nullable ManagedSelector> UNDER_WAY = new ThreadLocal<>();

  private SelectorRound() {}

  /** The selector that says when a socket is ready; null if that cannot be known. */
  static @Nullable ManagedSelector selectorOf(Connector connector, EndPoint socket) {
    EndPoint plain = socket;
    while (plain instanceof EndPoint.Wrapper wrapper) {
      plain = wrapper.unwrap();
    }
    if (connector instanceof ServerConnector server
        && plain.getTransport() instanceof SelectableChannel channel) {
      for (ManagedSelector selector : server.getSelectorManager().getBeans(ManagedSelector.class)) {
        if (channel.keyFor(selector.getSelector()) != null) {
          return selector;
        }
      }
    }
    return null;
  }

  /** Reads from a socket, on the thread of its selector. */
  static void read(@Nullable ManagedSelector selector, Runnable reading) {
    UNDER_WAY.set(selector);
    try {
      reading.run();
    } finally {
      UNDER_WAY.set(null); // its place is for the next read
    }
  }

  /** Reads more in the next round. */
  static void readInTheNext(@Nullable ManagedSelector selector, Runnable reading) {
    if (selector == null) {
      reading.run();
    } else {
      selector.submit(ready -> read(selector, reading));
    }
  }

  /** Does it at the end of the round, or at once on a thread that is not a selector's. */
  static void executeAtItsEnd(Runnable task) {
    ManagedSelector selector = UNDER_WAY.get();
    if (selector == null) {
      task.run();
    } else {
      selector.submit(ready -> task.run());
    }
  }
}
