package io.groovejet.examples;

import io.groovejet.LobbyBuilder;
import io.groovejet.LobbyLog;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What happens in the lobby, on the console: one event, one line. */
final class EventLog {

  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
  private static final Logger LOGGER = Logger.getLogger(LobbyLog.class.getName()); // kept alive

  private EventLog() {}

  static LobbyBuilder added(LobbyBuilder builder) {
    if (System.getProperty(FORMAT) == null) {
      System.setProperty(FORMAT, "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
    }
    LOGGER.setLevel(Level.INFO);
    return builder.listener(LobbyLog.ofDefaults());
  }
}
