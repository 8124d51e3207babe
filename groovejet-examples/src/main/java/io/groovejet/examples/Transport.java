package io.groovejet.examples;

import io.groovejet.Lobby;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The servers that can carry the lobby. */
enum Transport {
  UNDERTOW {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake) {
      return UndertowServer.start(lobby, site, where, handshake);
    }
  },

  NETTY {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake)
        throws Exception {
      return NettyServer.start(lobby, site, where, handshake);
    }
  },

  JETTY {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake)
        throws Exception {
      return JettyServer.start(lobby, site, where, handshake);
    }
  },

  TOMCAT {
    @Override
    RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake)
        throws Exception {
      return TomcatServer.start(lobby, site, where, handshake);
    }
  };

  /**
   * Starts a server with the lobby and the page both at {@code /}.
   *
   * @param handshake how long a connection may take to send a request
   * @throws Exception whatever the container throws
   */
  abstract RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake)
      throws Exception;

  /** The one of that name. */
  static Optional<Transport> named(String wording) {
    return Arrays.stream(values()).filter(one -> one.wording().equals(wording)).findFirst();
  }

  /** The name as people write it. */
  String wording() {
    return name().toLowerCase(Locale.ROOT);
  }
}
