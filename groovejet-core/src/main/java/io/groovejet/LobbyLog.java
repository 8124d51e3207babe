package io.groovejet;

import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyEvent.HostClaimed;
import io.groovejet.LobbyEvent.HostLost;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.protocol.CloseReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Logs every event as one line of the logger {@code io.groovejet.LobbyLog}: INFO what becomes of
 * rooms and their hosts, WARNING a client that was dropped because it misbehaved or did not read,
 * DEBUG all else. Codes and ids are shortened, as {@link EventLine} says.
 */
public final class LobbyLog implements LobbyListener {

  private static final Set<Class<? extends LobbyEvent>> ROOMS_AND_HOSTS =
      Set.of(
          RoomOpened.class,
          RoomClosed.class,
          HostLost.class,
          HostRejoined.class,
          HostClaimed.class,
          HostMigrated.class);
  private static final Set<CloseReason> DROPPED =
      Set.of(
          CloseReason.POLICY,
          CloseReason.TOO_BIG,
          CloseReason.BINARY,
          CloseReason.BAD_UTF8,
          CloseReason.SLOW);

  private final Logger logger;

  private LobbyLog(Logger logger) {
    this.logger = logger;
  }

  /** A log by the logger of this class's name. */
  public static LobbyLog ofDefaults() {
    return to(System.getLogger(LobbyLog.class.getName()));
  }

  /** A log by a logger of the application. */
  public static LobbyLog to(Logger logger) {
    return new LobbyLog(logger);
  }

  @Override
  public void told(LobbyEvent event) {
    logger.log(level(event), () -> EventLine.of(event).toString());
  }

  private static Level level(LobbyEvent event) {
    if (event instanceof ConnectionClosed closed
        && closed.reason() != null
        && DROPPED.contains(closed.reason())) {
      return Level.WARNING;
    }
    return ROOMS_AND_HOSTS.contains(event.getClass()) ? Level.INFO : Level.DEBUG;
  }
}
